package vn.hoingo.invitations.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.invitations.guest.GuestLinks;

/** A link that opens nothing says why, to everybody and in the reader's language, before anything else is asked. */
@WebMvcTest(AnswerController.class)
@Import(AnswerApiTests.OnlyLinks.class)
@TestPropertySource(properties = "HOINGO_SIGNING_KEY=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
class AnswerApiTests {

    private static final Instant NOON = Instant.parse("2026-09-01T05:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private GuestLinks links;

    @Test
    void aWrongLinkIsNotFoundAndNeedsNoAccount() throws Exception {
        mvc.perform(get("/api/invitations/answers/nonsense").header("Accept-Language", "en"))
                .andExpect(status().isNotFound())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.type").value("/problems/link-unknown"))
                .andExpect(jsonPath("$.detail").value(startsWith("This link is not right.")));
    }

    @Test
    void anExpiredLinkIsGoneInVietnameseToo() throws Exception {
        String expired = links.token(UUID.randomUUID(), 1, NOON);
        String body = mvc.perform(post("/api/invitations/answers/" + expired + "/acceptance"))
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.type").value("/problems/link-expired"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).contains("Đường dẫn đã hết hạn");
    }

    @TestConfiguration
    static class OnlyLinks {

        @Bean
        GuestLinks links() {
            return new GuestLinks(
                    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                    "http://localhost:8080",
                    Clock.fixed(NOON, ZoneOffset.UTC));
        }

        /** A link is looked at before any invitation is; what comes after is tried on a real store, in GuestLinkIT. */
        @Bean
        AnswerPage page(GuestLinks links) {
            return new AnswerPage(links, null, null, null, null, null, null, Clock.fixed(NOON, ZoneOffset.UTC));
        }

        @Bean
        AnsweringInvitations answering() {
            return new AnsweringInvitations(null, null, null, null, null, Clock.fixed(NOON, ZoneOffset.UTC));
        }

        @Bean
        Substitutes substitutes(AnsweringInvitations answering) {
            return new Substitutes(null, answering);
        }
    }
}
