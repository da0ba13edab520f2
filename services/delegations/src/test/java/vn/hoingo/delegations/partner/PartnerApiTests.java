package vn.hoingo.delegations.partner;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.delegations.partner.APartner.BUSAN;
import static vn.hoingo.delegations.partner.APartner.LYON;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.messaging.Decisions;

@WebMvcTest(PartnerController.class)
@Import(PartnerApiTests.InMemory.class)
class PartnerApiTests {

    private static final String ALL = "/api/delegations/partners";
    private static final String OSAKA = """
            {"name": {"vi": "Osaka", "en": "Osaka"}, "kind": "locality", "countryCode": "JP",
             "countryName": {"vi": "Nhật Bản", "en": "Japan"}, "language": "en", "contactEmail": "focal@osaka.example"}
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PartnersInMemory partners;

    @BeforeEach
    void busanIsKnown() {
        partners.clear();
        partners.save(APartner.registered());
    }

    @Test
    void staffRegistersAPartner() throws Exception {
        mvc.perform(post(ALL)
                        .with(a("delegation-officer"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(OSAKA))
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.kind").value("locality"))
                .andExpect(jsonPath("$.countryName.vi").value("Nhật Bản"));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        mvc.perform(post(ALL)
                        .with(focalPointOf(BUSAN.value()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(OSAKA))
                .andExpect(status().isForbidden());
    }

    @Test
    void aFocalPointSeesItsOwnPartnerAndNoOther() throws Exception {
        mvc.perform(get(ALL + "/" + BUSAN.value()).with(focalPointOf(BUSAN.value())))
                .andExpect(jsonPath("$.contactEmail").value("focal@busan.example"));
        mvc.perform(get(ALL + "/" + BUSAN.value()).with(focalPointOf(LYON.value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void theFocalPointIsForThoseWhoWriteToIt() throws Exception {
        mvc.perform(get(ALL + "/" + BUSAN.value()).with(a("operations-watcher")))
                .andExpect(jsonPath("$.name.en").value("Busan"))
                .andExpect(jsonPath("$.contactEmail").doesNotExist())
                .andExpect(jsonPath("$.contactName").doesNotExist());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "focal@osaka.example | focal@osaka.example\\r\\nBcc: x@y.example | /contactEmail",
                "focal@osaka.example | focal\\u0000@osaka.example | /contactEmail",
                "focal@osaka.example | nobody | /contactEmail",
                "\"JP\" | \"Japan\" | /countryCode",
                "\"language\": \"en\" | \"language\": \"ja\" | /language",
                "\"vi\": \"Osaka\" | \"vi\": \" \" | /name/vi",
                "\"vi\": \"Osaka\" | \"vi\": \"Osa\\nka\" | /name/vi",
                "\"locality\" | \"planet\" | /kind"
            })
    void aBadFieldIsNamed(String right, String wrong, String pointer) throws Exception {
        mvc.perform(post(ALL)
                        .with(a("organiser"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(OSAKA.replace(right, wrong)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    @Test
    void anEditOnAnOldVersionIsStale() throws Exception {
        mvc.perform(put(ALL + "/" + BUSAN.value())
                        .with(a("organiser"))
                        .header("If-Match", "\"7\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(OSAKA))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.currentVersion").value(1));
    }

    @TestConfiguration
    static class InMemory {

        @Bean
        PartnersInMemory partners() {
            return new PartnersInMemory();
        }

        @Bean
        PartnerDesk desk(Partners partners) {
            return new PartnerDesk(partners, new Decisions(), null); // lists are tried on a real store, in ListsIT
        }
    }
}
