package vn.hoingo.delegations.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoingo.delegations.partner.APartner;
import vn.hoingo.delegations.vault.VaultInMemory;
import vn.hoingo.messaging.Decisions;

@WebMvcTest(PersonController.class)
@Import(PersonApiTests.InMemory.class)
class PersonApiTests {

    private static final String ALL = "/api/delegations/people";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PeopleInMemory people;

    @Autowired
    private VaultInMemory kept;

    @Autowired
    private Set<PersonId> expected;

    @BeforeEach
    void nobodyIsKnown() {
        people.clear();
        expected.clear();
    }

    @Test
    void aGuestIsRegisteredAndTheVaultStaysShut() throws Exception {
        String shown = mvc.perform(get(ALL + "/" + consul()).with(a("protocol-officer")))
                .andExpect(jsonPath("$.displayName").value("MARCHAND ELISE"))
                .andExpect(jsonPath("$.onFile", containsInAnyOrder("passport-number", "birth-date", "diet")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(shown)
                .doesNotContain("12AB34567")
                .doesNotContain("1970-05-06")
                .doesNotContain("shrimps");
    }

    @Test
    void theVaultOpensForAnOfficerWhoSaysWhy() throws Exception {
        String id = consul();
        int before = kept.views().size();

        mvc.perform(get(ALL + "/" + id + "/vault").with(a("delegation-officer")))
                .andExpect(status().is(422));
        mvc.perform(get(ALL + "/" + id + "/vault").with(a("organiser")).header("X-Purpose", "visa"))
                .andExpect(status().isForbidden());
        assertThat(kept.views()).hasSize(before);

        mvc.perform(get(ALL + "/" + id + "/vault").with(a("delegation-officer")).header("X-Purpose", "visa"))
                .andExpect(jsonPath("$.passportNumber").value("12AB34567"))
                .andExpect(jsonPath("$.birthDate").value("1970-05-06"));
        assertThat(kept.views()).hasSize(before + 1);
        assertThat(kept.views().getLast().why()).isEqualTo("visa");
        assertThat(kept.views().getLast().toString()).doesNotContain("12AB34567");
    }

    @Test
    void aMachineSaysWhyToo() throws Exception {
        String id = consul();

        mvc.perform(get(ALL + "/" + id).with(a("service"))).andExpect(status().is(422));
        mvc.perform(get(ALL + "/" + id).with(a("service")).header("X-Purpose", "letter"))
                .andExpect(status().isOk());
    }

    @Test
    void whoeverDoesNotWorkWithPeopleDoesNotSeeThem() throws Exception {
        String id = consul();

        mvc.perform(get(ALL + "/" + id).with(a("operations-watcher"))).andExpect(status().isForbidden());
        mvc.perform(get(ALL + "/" + id).with(focalPointOf(APartner.BUSAN.value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoeverIsExpectedIsNotErasedYet() throws Exception {
        String id = consul();
        expected.add(new PersonId(UUID.fromString(id)));

        mvc.perform(post(ALL + "/" + id + "/erasure").with(a("organiser")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/person-still-expected"));
        mvc.perform(get(ALL + "/" + id).with(a("organiser")))
                .andExpect(jsonPath("$.passportName").value("MARCHAND ELISE"))
                .andExpect(jsonPath("$.onFile", hasSize(3)));
    }

    @Test
    void ofAnErasedPersonNothingIsLeftToSee() throws Exception {
        String id = consul();

        mvc.perform(post(ALL + "/" + id + "/erasure").with(a("organiser")))
                .andExpect(jsonPath("$.state").value("erased"))
                .andExpect(jsonPath("$.passportName").value(""))
                .andExpect(jsonPath("$.onFile", hasSize(0)));
        mvc.perform(get(ALL + "/" + id + "/vault").with(a("delegation-officer")).header("X-Purpose", "visa"))
                .andExpect(jsonPath("$.passportNumber").doesNotExist());
    }

    private String consul() throws Exception {
        return JsonPath.read(
                mvc.perform(post(ALL)
                                .with(a("protocol-officer"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("""
                                        {"passportName": "MARCHAND ELISE", "function": "Consul General", "rank": 6, "category": "consular-corps",
                                         "passportNumber": "12AB34567", "birthDate": "1970-05-06", "diet": "No shrimps"}
                                        """))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
    }

    @TestConfiguration
    static class InMemory {

        @Bean
        PeopleInMemory people() {
            return new PeopleInMemory();
        }

        @Bean
        VaultInMemory kept() {
            return new VaultInMemory();
        }

        @Bean
        Set<PersonId> expected() {
            return new HashSet<>();
        }

        @Bean
        PersonDesk desk(People people, VaultInMemory kept, Set<PersonId> expected) {
            Clock noon = Clock.fixed(Instant.parse("2026-09-01T12:00:00Z"), ZoneOffset.UTC);
            return new PersonDesk(
                    people,
                    new Decisions(),
                    kept.vault(noon),
                    kept.log(noon),
                    expected::contains,
                    null); // lists are tried on a real store, in ListsIT
        }
    }
}
