package vn.hoingo.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.delegations.delegation.ADelegation.NOON;
import static vn.hoingo.delegations.partner.APartner.BUSAN;
import static vn.hoingo.delegations.partner.APartner.LYON;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.jayway.jsonpath.JsonPath;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoingo.delegations.document.DocumentDesk;
import vn.hoingo.delegations.document.DocumentsInMemory;
import vn.hoingo.delegations.event.EventId;
import vn.hoingo.delegations.event.EventsInMemory;
import vn.hoingo.delegations.event.KnownEvent;
import vn.hoingo.delegations.nomination.Nominations;
import vn.hoingo.delegations.partner.APartner;
import vn.hoingo.delegations.partner.PartnerId;
import vn.hoingo.delegations.partner.PartnersInMemory;
import vn.hoingo.delegations.person.PeopleInMemory;
import vn.hoingo.delegations.person.PersonId;
import vn.hoingo.delegations.quota.Places;
import vn.hoingo.delegations.quota.PlacesInMemory;
import vn.hoingo.delegations.vault.Vault;
import vn.hoingo.delegations.vault.VaultInMemory;
import vn.hoingo.messaging.Decisions;
import vn.hoingo.messaging.InMemoryAggregates;

@WebMvcTest(DelegationController.class)
@Import(DelegationApiTests.InMemory.class)
class DelegationApiTests {

    private static final String ALL = "/api/delegations";
    private static final String HEAD = "00000000-0000-7000-8000-000000000001";
    private static final String DELEGATE = "00000000-0000-7000-8000-000000000002";
    private static final RequestPostProcessor BUSANS = focalPointOf(BUSAN.value());
    private static final RequestPostProcessor OFFICER = a("delegation-officer");
    private static final String TWO = """
            {"languages": ["ko"],
             "contact": {"name": "Invented Person", "email": "focal@busan.example", "phone": "+82 51 000 0000"},
             "members": [
              {"memberId": "%s", "kind": "head", "function": "Vice Mayor", "rank": 6,
               "person": {"passportName": "SEO JI-WON", "nativeName": "서지원", "nationality": "KR",
                "passportNumber": "M12345678", "birthDate": "1979-02-03"}},
              {"memberId": "%s", "kind": "delegate", "function": "Team leader", "rank": 8, "needs": ["vegetarian-meal"],
               "person": {"passportName": "YOON HA-EUN", "nativeName": "윤하은"}}],
             "parties": [{"memberIds": ["%s", "%s"], "luggage": 2, "flight":
              {"number": "VN409", "origin": "ICN", "airport": "SGN", "departs": "2026-09-22T10:15", "departsZone": "Asia/Seoul",
               "arrives": "2026-09-22T13:35", "arrivesZone": "Asia/Ho_Chi_Minh"}}]}
            """.formatted(HEAD, DELEGATE, HEAD, DELEGATE);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private InMemoryDelegations delegations;

    @Autowired
    private PartnersInMemory partners;

    @Autowired
    private PeopleInMemory people;

    @Autowired
    private EventsInMemory events;

    /** Each test has its own, so that none finds the places of another taken. */
    private final EventId event = new EventId(UUID.randomUUID());

    @BeforeEach
    void registrationIsOpen() {
        delegations.clear();
        people.clear();
        partners.clear();
        partners.save(APartner.registered());
        events.forgetAll();
        events.heard(EventsInMemory.dialogue(event, NOON.plusSeconds(3600), 3));
    }

    @Nested
    class Drafting {

        @Test
        void aFocalPointBeginsSavesLeavesAndFindsEverythingAgain() throws Exception {
            String id = draft(BUSANS);

            save(id, TWO, BUSANS).andExpect(status().isOk()).andExpect(header().string("ETag", "\"2\""));

            mvc.perform(get(ALL + "/" + id).with(BUSANS))
                    .andExpect(jsonPath("$.state").value("draft"))
                    .andExpect(jsonPath("$.event.name.vi").value("Đối thoại Hữu nghị 2026"))
                    .andExpect(jsonPath("$.quota").value(3))
                    .andExpect(jsonPath("$.members[0].kind").value("head"))
                    .andExpect(jsonPath("$.members[0].person.passportName").value("SEO JI-WON"))
                    .andExpect(jsonPath("$.members[0].person.nativeName").value("서지원"))
                    .andExpect(
                            jsonPath("$.members[0].person.onFile", containsInAnyOrder("passport-number", "birth-date")))
                    .andExpect(jsonPath("$.members[1].needs[0]").value("vegetarian-meal"))
                    .andExpect(jsonPath("$.parties[0].flight.departs").value("2026-09-22T10:15:00"))
                    .andExpect(jsonPath("$.needs.vegetarian-meal").value(1))
                    .andExpect(jsonPath("$.may", hasItem("submit")));
        }

        @Test
        void aCountryThatIsNoneAndANamelessContactAreBadFields() throws Exception {
            String id = draft(BUSANS);

            save(id, TWO.replace("\"KR\"", "\"XX\""), BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/members/0/person/nationality"));
            save(id, TWO.replace("Invented Person", " "), BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/contact/name"));
        }

        @ParameterizedTest
        @CsvSource({"+999999999-12-31T00:00", "-999999999-01-01T00:00", "+10000-01-01T00:00"})
        void aFlightInAYearThatNoCalendarShowsIsABadField(String arrives) throws Exception {
            String id = draft(BUSANS);

            save(id, TWO.replace("2026-09-22T13:35", arrives), BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/parties/0/flight/arrives"));
        }

        @Test
        void whatIsForTheVaultIsNeverShown() throws Exception {
            String id = draft(BUSANS);

            String shown = save(id, TWO, BUSANS).andReturn().getResponse().getContentAsString();

            assertThat(shown).doesNotContain("M12345678").doesNotContain("1979");
        }

        @Test
        void aRepeatedRequestBeginsOneDelegation() throws Exception {
            String first = id(begin(BUSANS, "same-key"));
            String second = id(begin(BUSANS, "same-key"));

            assertThat(first).isEqualTo(second);
            assertThat(delegations.findAll()).hasSize(1);
        }

        @Test
        void aSecondOneNeedsALabel() throws Exception {
            draft(BUSANS);

            begin(BUSANS, "another")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/already-registered"));
        }

        @Test
        void anotherPartnersDelegationIsNotThere() throws Exception {
            String id = draft(BUSANS);
            RequestPostProcessor lyons = focalPointOf(LYON.value());

            mvc.perform(get(ALL + "/" + id).with(lyons)).andExpect(status().isNotFound());
            save(id, TWO, lyons).andExpect(status().isNotFound());
            act(id, "submission", "{}", lyons).andExpect(status().isNotFound());
            act(id, "withdrawal", "{}", lyons).andExpect(status().isNotFound());
            act(id, "head", "{\"memberId\": \"" + DELEGATE + "\"}", lyons).andExpect(status().isNotFound());
            mvc.perform(get(ALL + "/" + id + "/members.csv").with(lyons)).andExpect(status().isNotFound());
        }

        @Test
        void aPartnerDoesNotBeginForAnother() throws Exception {
            mvc.perform(post(ALL)
                            .with(focalPointOf(LYON.value()))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"eventId\": \"%s\", \"partnerId\": \"%s\"}"
                                    .formatted(event.value(), BUSAN.value())))
                    .andExpect(status().isNotFound());
        }

        @Test
        void aMachineSeesRanksAndNoNames() throws Exception {
            String id = draft(BUSANS);
            save(id, TWO, BUSANS);

            mvc.perform(get(ALL + "/" + id).with(a("service")))
                    .andExpect(jsonPath("$.members[0].rank").value(6))
                    .andExpect(jsonPath("$.members[0].person").doesNotExist());
        }
    }

    @Nested
    class Nonsense {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"kind\": \"delegate\", \"function\"| \"kind\": \"head\", \"function\" | /members/1/kind | Chỉ được có một",
                    "\"kind\": \"head\"| \"kind\": \"head\", \"companionOf\": \"00000000-0000-7000-8000-000000000002\" | /members/0/companionOf | không thể là người đi cùng",
                    "YOON HA-EUN| Ji-Won Séo | /members/1/person/passportName | đã có trong đoàn",
                    "\"rank\": 6| \"rank\": 11 | /members/0/rank | 10",
                    "SEO JI-WON| 서지원 | /members/0/person/passportName | chữ Latinh",
                    "focal@busan.example| focal@busan.example\\nBcc: x@y.example | /contact/email | thư điện tử",
                    "Vice Mayor| Vice\\u0007Mayor | /members/0/function | ký tự điều khiển",
                    "Asia/Seoul| Mars/Olympus | /parties/0/flight/departsZone | Mars/Olympus",
                    "2026-09-22T13:35| 2026-09-22T08:00 | /parties/0/flight/arrives | trước khi khởi hành",
                    "vegetarian-meal| cake | /members/1/needs/0 | có thể dùng",
                    "1979-02-03| 1979-02-31 | /members/0/person/birthDate | kiểu",
                    "1979-02-03| 2079-02-03 | /members/0/person/birthDate | quá khứ",
                    "[\"ko\"]| [\"Korean\"] | /languages/0 | ngôn ngữ"
                })
        void isNamedByItsFieldInTheReadersLanguage(String right, String wrong, String pointer, String words)
                throws Exception {
            String id = draft(BUSANS);

            String answer = save(
                            id,
                            TWO.replaceFirst(
                                    java.util.regex.Pattern.quote(right),
                                    java.util.regex.Matcher.quoteReplacement(wrong)),
                            BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            String message = JsonPath.read(answer, "$.errors[0].message");
            assertThat(message).contains(words);
        }

        @Test
        void isSaidInEnglishToThoseWhoReadEnglish() throws Exception {
            String id = draft(BUSANS);

            mvc.perform(put(ALL + "/" + id)
                            .with(BUSANS)
                            .header("If-Match", "\"1\"")
                            .header("Accept-Language", "en")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(TWO.replace("Asia/Seoul", "Mars/Olympus")))
                    .andExpect(jsonPath("$.errors[0].message")
                            .value("There is no time zone “Mars/Olympus”. Please use a name such as “Asia/Seoul”."));
        }

        @Test
        void ofTenThousandCharactersIsTooLong() throws Exception {
            String id = draft(BUSANS);

            save(id, TWO.replace("서지원", "서".repeat(10_000)), BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/members/0/person/nativeName"))
                    .andExpect(jsonPath("$.errors[0].message").value("Tối đa 200 ký tự."));
        }

        @ParameterizedTest
        @CsvSource({"서지원, 王小明", "서지원, สมชาย ใจดี", "서지원, Юрий Гагарин", "서지원, नमस्ते", "서지원, محمد"})
        void isNotWhatOtherScriptsAre(String one, String other) throws Exception {
            String id = draft(BUSANS);

            save(id, TWO.replace(one, other), BUSANS)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.members[0].person.nativeName").value(other));
        }

        @ParameterizedTest
        @CsvSource({"\"languages\", \"$languages\"", "\"languages\", \"tongues\"", "\"function\", \"$where\""})
        void ofUnknownFieldsIsRefused(String known, String unknown) throws Exception {
            String id = draft(BUSANS);

            save(id, TWO.replace(known.replace("'", ""), unknown), BUSANS)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.type").value("/problems/unknown-field"));
        }

        @Test
        void leavesWhatWasSavedBefore() throws Exception {
            String id = draft(BUSANS);
            save(id, TWO, BUSANS);

            save(id, TWO.replace("\"rank\": 6", "\"rank\": 0"), BUSANS).andExpect(status().is(422));

            mvc.perform(get(ALL + "/" + id).with(BUSANS))
                    .andExpect(jsonPath("$.members", hasSize(2)))
                    .andExpect(header().string("ETag", "\"2\""));
        }

        @Test
        void ofSomebodyElsesPersonIsUnknown() throws Exception {
            String id = draft(BUSANS);

            save(
                            id,
                            "{\"members\": [{\"kind\": \"head\", \"personId\": \"00000000-0000-7000-8000-0000000000ff\"}]}",
                            BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/members/0/personId"));
        }
    }

    @Nested
    class Submitting {

        @Test
        void sendsItOnceAndRegistersItsPeople() throws Exception {
            String id = complete();

            act(id, "submission", "{}", BUSANS)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state").value("submitted"))
                    .andExpect(jsonPath("$.revision").value(1))
                    .andExpect(jsonPath("$.members[0].state").value("confirmed"))
                    .andExpect(jsonPath("$.members[0].person.passportName").value("SEO JI-WON"));

            assertThat(people.findAll()).hasSize(2);
        }

        @Test
        void namesEveryGapAtOnce() throws Exception {
            String id = draft(BUSANS);
            save(id, """
                    {"members": [{"kind": "delegate", "person": {"passportName": "YOON HA-EUN"}},
                     {"kind": "companion", "person": {"passportName": "HAN SO-RA"}}],
                     "parties": []}
                    """, BUSANS);

            act(id, "submission", "{}", BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath(
                            "$.errors[*].pointer",
                            containsInAnyOrder(
                                    "/members",
                                    "/members/0/function",
                                    "/members/0/rank",
                                    "/members/1/companionOf",
                                    "/languages")));
            mvc.perform(get(ALL + "/" + id).with(BUSANS))
                    .andExpect(jsonPath("$.state").value("draft"));
        }

        @Test
        void isNotOverTheQuota() throws Exception {
            events.heard(EventsInMemory.dialogue(event, NOON.plusSeconds(3600), 1));
            String id = complete();

            act(id, "submission", "{}", BUSANS)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/members"))
                    .andExpect(jsonPath("$.errors[0].message")
                            .value("Đối tác được cử tối đa 1 người dự sự kiện này, đăng ký hiện tại là 2. "
                                    + "Hãy bớt người, hoặc xin Ban Tổ chức thêm chỉ tiêu."));
        }

        @Test
        void doesNotTakeSomebodyWhoComesWithAnotherDelegation() throws Exception {
            act(complete(), "submission", "{}", BUSANS).andExpect(status().isOk());
            String second = id(mvc.perform(post(ALL)
                    .with(OFFICER)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"eventId\": \"%s\", \"partnerId\": \"%s\", \"label\": \"Business\"}"
                            .formatted(event.value(), BUSAN.value()))));
            save(second, """
                    {"languages": ["ko"], "members": [{"kind": "head", "function": "President", "rank": 8,
                     "person": {"passportName": "Ji-won Seo"}}]}
                    """, OFFICER);

            act(second, "submission", "{}", OFFICER)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/person-already-registered"));
            mvc.perform(get(ALL + "/" + second).with(OFFICER))
                    .andExpect(jsonPath("$.state").value("draft"));
        }

        @Test
        void afterTheClosingIsForStaffWithAReason() throws Exception {
            String id = complete();
            KnownEvent closed = EventsInMemory.dialogue(event, NOON.minusSeconds(60), 3);
            events.heard(closed);
            events.owns(closed);

            act(id, "submission", "{}", BUSANS)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/registration-closed"))
                    .andExpect(jsonPath("$.detail")
                            .value("Đăng ký đã đóng lúc 01/09/2026 18:59 (Asia/Ho_Chi_Minh). "
                                    + "Hãy liên hệ Ban Tổ chức nếu cần đăng ký muộn."));
            act(id, "submission", "{}", OFFICER).andExpect(jsonPath("$.type").value("/problems/reason-needed"));
            act(id, "submission", "{\"reason\": \"Visa came late\"}", OFFICER)
                    .andExpect(jsonPath("$.state").value("submitted"));
        }

        @Test
        void asksTheOwnerBeforeItRefuses() throws Exception {
            String id = complete();
            events.heard(EventsInMemory.dialogue(event, NOON.minusSeconds(60), 3));
            events.owns(EventsInMemory.dialogue(event, NOON.plusSeconds(3600), 3));

            act(id, "submission", "{}", BUSANS).andExpect(status().isOk());
        }

        @Test
        void onAnOldVersionSaysWhatChanged() throws Exception {
            String id = complete();

            mvc.perform(post(ALL + "/" + id + "/submission")
                            .with(BUSANS)
                            .header("If-Match", "\"1\"")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .andExpect(status().isPreconditionFailed())
                    .andExpect(jsonPath("$.currentVersion").value(2))
                    .andExpect(jsonPath("$.changes", hasSize(1)));
            assertThat(people.findAll()).isEmpty();
        }

        @Test
        void onTheVersionThatWasSeenGoesThrough() throws Exception {
            String id = complete();

            mvc.perform(post(ALL + "/" + id + "/submission")
                            .with(BUSANS)
                            .header("If-Match", "\"2\"")
                            .header("Idempotency-Key", "submit-once-" + event.value())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .andExpect(status().isOk());
            mvc.perform(post(ALL + "/" + id + "/submission")
                            .with(BUSANS)
                            .header("If-Match", "\"2\"")
                            .header("Idempotency-Key", "submit-once-" + event.value())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state").value("submitted"));
        }
    }

    @Nested
    class Reviewing {

        @Test
        void asksForAChangeGetsItAndApproves() throws Exception {
            String id = submitted();

            act(id, "review", "{}", OFFICER).andExpect(jsonPath("$.state").value("under-review"));
            act(id, "change-requests", "{\"memberIds\": [\"" + DELEGATE + "\"], \"note\": \"Chức vụ?\"}", OFFICER)
                    .andExpect(jsonPath("$.state").value("changes-requested"))
                    .andExpect(jsonPath("$.request.note").value("Chức vụ?"))
                    .andExpect(jsonPath("$.members[1].changeAsked").value(true));
            save(id, TWO.replace("Team leader", "Team leader, ports"), BUSANS).andExpect(status().isOk());
            act(id, "submission", "{}", BUSANS).andExpect(jsonPath("$.revision").value(2));
            act(id, "approval", "{}", OFFICER)
                    .andExpect(jsonPath("$.state").value("approved"))
                    .andExpect(jsonPath("$.members[1].function").value("Team leader, ports"))
                    .andExpect(jsonPath("$.may", hasItem("replace-head")));
        }

        @Test
        void showsWhatIsOtherThanWhenTheHostLastDecided() throws Exception {
            String id = submitted();
            differences(id).andExpect(jsonPath("$.since").doesNotExist());
            act(id, "change-requests", "{\"memberIds\": [\"" + DELEGATE + "\"], \"note\": \"Chức vụ?\"}", OFFICER);
            differences(id)
                    .andExpect(jsonPath("$.since").value(NOON.toString()))
                    .andExpect(jsonPath("$.members", hasSize(0)));

            save(id, """
                    {"members": [
                      {"memberId": "%s", "kind": "head", "function": "Mayor", "rank": 5},
                      {"memberId": "00000000-0000-7000-8000-000000000003", "kind": "delegate", "function": "Aide", "rank": 9,
                       "person": {"passportName": "PARK DO-YUN"}}],
                     "parties": []}
                    """.formatted(HEAD), BUSANS).andExpect(status().isOk());
            act(id, "submission", "{}", BUSANS).andExpect(status().isOk());

            differences(id)
                    .andExpect(jsonPath("$.members", hasSize(3)))
                    .andExpect(jsonPath("$.members[0].kind").value("changed"))
                    .andExpect(jsonPath("$.members[0].name").value("SEO JI-WON"))
                    .andExpect(
                            jsonPath("$.members[0].fields[*].field", containsInAnyOrder("function", "rank", "travel")))
                    .andExpect(jsonPath("$.members[0].fields[0].before").value("Vice Mayor"))
                    .andExpect(jsonPath("$.members[1].kind").value("added"))
                    .andExpect(jsonPath("$.members[1].name").value("PARK DO-YUN"))
                    .andExpect(jsonPath("$.members[2].kind").value("left"))
                    .andExpect(jsonPath("$.members[2].name").value("YOON HA-EUN"));
            act(id, "approval", "{}", OFFICER).andExpect(status().isOk());
            differences(id).andExpect(jsonPath("$.members", hasSize(0)));
        }

        @Test
        void itsDifferencesAreNotForPartners() throws Exception {
            mvc.perform(get(ALL + "/" + submitted() + "/differences").with(BUSANS))
                    .andExpect(status().isForbidden());
        }

        private ResultActions differences(String id) throws Exception {
            return mvc.perform(get(ALL + "/" + id + "/differences").with(OFFICER))
                    .andExpect(status().isOk());
        }

        @ParameterizedTest
        @CsvSource({"review", "approval"})
        void isNotForPartners(String act) throws Exception {
            act(submitted(), act, "{}", BUSANS).andExpect(status().isForbidden());
        }

        @Test
        void needsAReasonToReject() throws Exception {
            String id = submitted();

            act(id, "rejection", "{\"reason\": \" \"}", OFFICER)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/reason"));
            act(id, "rejection", "{\"reason\": \"Không nằm trong kế hoạch\"}", OFFICER)
                    .andExpect(jsonPath("$.state").value("rejected"));
        }

        @Test
        void saysInWordsWhyItCannotBe() throws Exception {
            act(draft(BUSANS), "approval", "{}", OFFICER)
                    .andExpect(status().isConflict())
                    .andExpect(
                            jsonPath("$.detail").value("Không làm được việc này khi đoàn đang ở trạng thái bản nháp."));
        }
    }

    @Nested
    class ReplacingTheHead {

        private static final String SUCCESSOR = """
                {"member": {"kind": "head", "function": "Deputy Mayor", "rank": 7,
                 "person": {"passportName": "KIM MIN-HO", "nationality": "KR"}}}
                """;

        @Test
        void takesEffectAtOnceWhenTheHostDoesIt() throws Exception {
            String id = approved();

            act(id, "head", SUCCESSOR, OFFICER)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.members[?(@.kind == 'head')].person.passportName")
                            .value("KIM MIN-HO"))
                    .andExpect(jsonPath("$.members[?(@.kind == 'head')].state").value("approved"))
                    .andExpect(jsonPath("$.formerMembers[0].state").value("replaced"))
                    .andExpect(
                            jsonPath("$.formerMembers[0].person.passportName").value("SEO JI-WON"))
                    .andExpect(jsonPath("$.changes", hasSize(0)));
        }

        @Test
        void waitsForTheHostWhenThePartnerAsks() throws Exception {
            String id = approved();

            String asked = act(id, "head", SUCCESSOR, BUSANS)
                    .andExpect(jsonPath("$.state").value("approved"))
                    .andExpect(jsonPath("$.changes[0].kind").value("head-replaced"))
                    .andExpect(jsonPath("$.members[?(@.kind == 'head')].person.passportName")
                            .value("SEO JI-WON"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();

            act(id, "changes/" + JsonPath.read(asked, "$.changes[0].changeId") + "/approval", "{}", OFFICER)
                    .andExpect(jsonPath("$.members[?(@.kind == 'head')].person.passportName")
                            .value("KIM MIN-HO"));
        }

        @Test
        void byAMemberLetsTheOldHeadStay() throws Exception {
            act(approved(), "head", "{\"memberId\": \"" + DELEGATE + "\", \"oldHead\": \"stays\"}", OFFICER)
                    .andExpect(jsonPath("$.members", hasSize(2)))
                    .andExpect(
                            jsonPath("$.members[?(@.kind == 'head')].memberId").value(DELEGATE));
        }

        @Test
        void isNotSomebodyWhoComesAlready() throws Exception {
            act(
                            approved(),
                            "head",
                            SUCCESSOR
                                    .replace("KIM MIN-HO", "Yoon Ha-eun")
                                    .replace("\"nationality\": \"KR\"", "\"nativeName\": \"x\""),
                            OFFICER)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/same-person-twice"));
        }

        @Test
        void namesWhatIsMissing() throws Exception {
            act(
                            approved(),
                            "head",
                            "{\"member\": {\"kind\": \"head\", \"person\": {\"passportName\": \"KIM MIN-HO\"}}}",
                            OFFICER)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[*].pointer", containsInAnyOrder("/member/function", "/member/rank")));
        }

        @Test
        void isOneWayOrTheOther() throws Exception {
            act(approved(), "head", "{}", OFFICER)
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/memberId"));
        }
    }

    @Nested
    class ChangingMembersOverHttp {

        @Test
        void addsUpToTheQuotaAndTakesBackWhatIsOver() throws Exception {
            String id = approved();

            add(id, "PARK DO-YUN").andExpect(jsonPath("$.members", hasSize(3)));
            add(id, "CHOI SEO-YEON")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/over-quota"));
            mvc.perform(get(ALL + "/" + id).with(OFFICER))
                    .andExpect(jsonPath("$.members", hasSize(3)))
                    .andExpect(jsonPath("$.changes", hasSize(0)));
        }

        @Test
        void theHeadDoesNotSimplyLeave() throws Exception {
            act(approved(), "members/" + HEAD + "/withdrawal", "{}", BUSANS)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/head-must-be-replaced"));
        }

        @Test
        void aMemberWhoIsReplacedIsNotForgotten() throws Exception {
            act(approved(), "members/" + DELEGATE + "/replacement", """
                            {"kind": "delegate", "function": "Team leader", "rank": 8, "person": {"passportName": "PARK DO-YUN"}}
                            """, OFFICER)
                    .andExpect(jsonPath("$.formerMembers[0].memberId").value(DELEGATE))
                    .andExpect(jsonPath("$.parties[0].memberIds", not(hasItem(DELEGATE))))
                    .andExpect(jsonPath("$.parties[0].memberIds", hasSize(2)));
        }

        private ResultActions add(String id, String name) throws Exception {
            return act(
                    id,
                    "members",
                    "{\"kind\": \"delegate\", \"function\": \"Interpreter\", \"rank\": 9, \"person\": {\"passportName\": \"%s\"}}"
                            .formatted(name),
                    OFFICER);
        }
    }

    @Test
    void theSheetOfMembersIsSafeFromFormulas() throws Exception {
        String id = draft(BUSANS);
        save(id, TWO.replace("Vice Mayor", "=HYPERLINK(1)"), BUSANS);

        mvc.perform(get(ALL + "/" + id + "/members.csv").with(BUSANS))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(result -> {
                    String sheet = result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
                    assertThat(sheet)
                            .startsWith("\ufeffmemberId,kind")
                            .contains("'=HYPERLINK(1)")
                            .contains("서지원");
                });
    }

    @Test
    void nobodyComesInWithoutAToken() throws Exception {
        mvc.perform(get(ALL + "/" + HEAD)).andExpect(status().isUnauthorized());
    }

    private String draft(RequestPostProcessor who) throws Exception {
        return id(begin(who, "begin"));
    }

    private String complete() throws Exception {
        String id = draft(BUSANS);
        save(id, TWO, BUSANS).andExpect(status().isOk());
        return id;
    }

    private String submitted() throws Exception {
        String id = complete();
        act(id, "submission", "{}", BUSANS).andExpect(status().isOk());
        return id;
    }

    private String approved() throws Exception {
        String id = submitted();
        act(id, "approval", "{}", OFFICER).andExpect(status().isOk());
        return id;
    }

    private ResultActions begin(RequestPostProcessor who, String key) throws Exception {
        return mvc.perform(post(ALL)
                .with(who)
                .header("Idempotency-Key", key + event.value())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"eventId\": \"%s\"}".formatted(event.value())));
    }

    private ResultActions save(String id, String parts, RequestPostProcessor who) throws Exception {
        long version = delegations
                .findById(new DelegationId(UUID.fromString(id)))
                .orElseThrow()
                .version();
        return mvc.perform(put(ALL + "/" + id)
                .with(who)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(parts));
    }

    private ResultActions act(String id, String act, String body, RequestPostProcessor who) throws Exception {
        return mvc.perform(post(ALL + "/" + id + "/" + act)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String id(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.id");
    }

    @TestConfiguration
    @Import({
        DelegationDesk.class,
        SubmittingDelegations.class,
        ChangingMembers.class,
        Nominations.class,
        Registrations.class,
        Dossiers.class,
        Differences.class,
        ProvedDelegations.class
    })
    static class InMemory {

        @Bean
        Clock clock() {
            return Clock.fixed(NOON, ZoneOffset.UTC);
        }

        @Bean
        Decisions decisions() {
            return new Decisions();
        }

        @Bean
        InMemoryDelegations delegations() {
            return new InMemoryDelegations();
        }

        @Bean
        PartnersInMemory partners() {
            return new PartnersInMemory();
        }

        @Bean
        PeopleInMemory people() {
            return new PeopleInMemory();
        }

        @Bean
        EventsInMemory events() {
            return new EventsInMemory();
        }

        @Bean
        Places places(Clock clock) {
            return PlacesInMemory.places(clock);
        }

        @Bean
        VaultInMemory kept() {
            return new VaultInMemory();
        }

        @Bean
        Vault vault(VaultInMemory kept, Clock clock) {
            return kept.vault(clock);
        }

        @Bean
        DocumentDesk documents(ProvedDelegations owners, VaultInMemory kept, Clock clock) {
            return DocumentsInMemory.desk(owners, kept, clock);
        }
    }

    static final class InMemoryDelegations extends InMemoryAggregates<Delegation, DelegationId> implements Delegations {

        @Override
        public List<Delegation> findByEvent(EventId event) {
            return findAll().stream()
                    .filter(delegation -> delegation.event().equals(event))
                    .toList();
        }

        @Override
        public List<Delegation> findByEventAndPartner(EventId event, PartnerId partner) {
            return findByEvent(event).stream()
                    .filter(delegation -> delegation.partner().equals(partner))
                    .toList();
        }

        @Override
        public List<Delegation> findByMembersPerson(PersonId person) {
            return findAll().stream()
                    .filter(delegation -> delegation.allMembers().stream()
                            .anyMatch(member -> member.person().equals(person)))
                    .toList();
        }
    }
}
