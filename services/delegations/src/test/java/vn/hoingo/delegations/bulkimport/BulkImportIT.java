package vn.hoingo.delegations.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.delegations.Registering.expect;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoingo.delegations.EventsElsewhere;
import vn.hoingo.delegations.Registering;
import vn.hoingo.delegations.RunningDelegations;
import vn.hoingo.delegations.sheet.SheetWriter;
import vn.hoingo.messaging.Ids;

/** Sheets on a real store, from the hand-in to the way back. */
@RunningDelegations
class BulkImportIT {

    private static final String IMPORTS = "/api/delegations/imports";
    private static final RequestPostProcessor OFFICER = a("delegation-officer");
    private static final String HEADINGS =
            "Đối tác,Tham gia với tư cách,Tên hộ chiếu,Chức vụ,Cấp bậc,Quốc tịch,Ngôn ngữ,Đi cùng ai,Ngày sinh\n";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private EventsElsewhere elsewhere;

    @Autowired
    private Registering registering;

    private UUID event;

    @BeforeEach
    void anOpenEdition() throws Exception {
        event = elsewhere.open(8);
        registering.draft(event, registering.partner("Known first")); // the event is heard of from here on
    }

    @Test
    void aDryRunTellsOfEveryRowWhatWouldBecomeOfItAndSavesNothing() throws Exception {
        UUID busan = registering.partner("Trial Port");
        UUID before = elsewhere.open(8);
        registering.approved(before, busan, "SEO JI WON");

        UUID id = uploaded(HEADINGS + """
                Trial Port,Trưởng đoàn,Ji-Won Seo,Deputy Mayor,5,KR,ko,,
                Trial Port,delegate,YOON HA-EUN,Team leader,eighth,KR,ko,,
                Trial Port,phó đoàn,PARK MIN-JUN,Director,7,KR,ko,,3/2/1979
                Trial Port,companion,PARK SO-YEON,,,KR,,Park Min-Jun,
                Nowhere,delegate,SOMEBODY ELSE,Clerk,9,KR,ko,,
                Trial Port,delegate,MIN-JUN PARK,Director,7,KR,ko,,
                Trial Port,head,KIM DO-YUN,Mayor,4,KR,ko,,
                """, OFFICER);
        awaitState(id, "checked");

        mvc.perform(get(IMPORTS + "/" + id).with(OFFICER))
                .andExpect(jsonPath("$.rows").value(7))
                .andExpect(jsonPath("$.known").value(1))
                .andExpect(jsonPath("$.fresh").value(2))
                .andExpect(jsonPath("$.wrong").value(4))
                .andExpect(jsonPath("$.may", hasItem("confirm")));
        rows(id, "")
                .andExpect(jsonPath("$.items[0].outcome").value("known"))
                .andExpect(jsonPath("$.items[0].because").value("name"))
                .andExpect(jsonPath("$.items[0].passportName").value("Ji-Won Seo"))
                .andExpect(jsonPath("$.items[0].differences[?(@.field == 'function')].known")
                        .value("Mayor"))
                .andExpect(jsonPath("$.items[1].findings[0].at").value("rank"))
                .andExpect(jsonPath("$.items[1].findings[0].words.en")
                        .value("The rank is a number from 1 (highest) to 10."))
                .andExpect(jsonPath("$.items[2].outcome").value("new"))
                .andExpect(jsonPath("$.items[3].outcome").value("new"))
                .andExpect(jsonPath("$.items[4].findings[0].words.vi").value("Không có đối tác nào tên “Nowhere”."))
                .andExpect(
                        jsonPath("$.items[5].findings[0].words.en")
                                .value(
                                        "This is the same person as in row 4. If they are two people with one name, please give the birth dates of both."))
                .andExpect(jsonPath("$.items[6].findings[0].words.en")
                        .value("The delegation has another head already. There is exactly one."));
        rows(id, "?outcome=wrong&limit=3").andExpect(jsonPath("$.items", hasSize(3)));
        assertThat(delegationsOf(busan)).isEmpty();
    }

    @Test
    void somebodyWhoMayBeKnownByAnotherWayOfWritingIsNamedWithTheReason() throws Exception {
        UUID partner = registering.partner("Spelling Port");
        registering.approved(elsewhere.open(8), partner, "PARK MIN JUN");

        UUID id = uploaded(HEADINGS + "Spelling Port,head,Bak Min-joon,Mayor,5,KR,ko,,\n", OFFICER);
        awaitState(id, "checked");

        rows(id, "")
                .andExpect(jsonPath("$.items[0].outcome").value("new"))
                .andExpect(jsonPath("$.items[0].mayBe.passportName").value("PARK MIN JUN"))
                .andExpect(jsonPath("$.items[0].mayBe.likeness").value("korean-romanisation"));

        expect(200, registering.post(IMPORTS + "/" + id + "/confirmation", "{\"submit\": true}", OFFICER));
        awaitState(id, "imported");
        String person = registering.seen("/api/delegations/" + delegation(id, 0), OFFICER, "$.members[0].personId");
        mvc.perform(get("/api/delegations/people/" + person + "/duplicates")
                        .with(OFFICER)
                        .header("Accept-Language", "en"))
                .andExpect(jsonPath("$.items[0].person.passportName").value("PARK MIN JUN"))
                .andExpect(jsonPath("$.items[0].reason").value("the same Korean name, romanised in another way"));
        mvc.perform(post("/api/delegations/people/likenesses")
                        .with(OFFICER)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"passportName\": \"Bak Min-joon\", \"nationality\": \"KR\"}"))
                .andExpect(jsonPath("$.items[*].person.passportName").value(hasItem("PARK MIN JUN")));
        mvc.perform(get("/api/delegations/people/" + person + "/duplicates").with(focalPointOf(partner)))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatIsConfirmedBecomesDraftsAndACompleteOneIsSent() throws Exception {
        registering.partner("Whole Port");
        registering.partner("Gap Port");
        UUID id = uploaded(
                SheetWriter.xlsx(List.of(new SheetWriter.Table(
                        "Members",
                        List.of(
                                List.of("partner", "kind", "passport-name", "function", "rank", "languages"),
                                List.of("Whole Port", "head", "HEAD OF WHOLE", "Mayor", "5", "ko"),
                                List.of("Whole Port", "", "DELEGATE OF WHOLE", "Clerk", "9", "ko en"),
                                List.of("Gap Port", "delegate", "DELEGATE OF GAP", "Clerk", "9", "ko"))))),
                OFFICER);
        awaitState(id, "checked");

        expect(200, registering.post(IMPORTS + "/" + id + "/confirmation", "{\"submit\": true}", OFFICER));
        awaitState(id, "imported");

        mvc.perform(get(IMPORTS + "/" + id + "/delegations").with(OFFICER))
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].submitted").value(true))
                .andExpect(jsonPath("$.items[0].begun").value(true))
                .andExpect(jsonPath("$.items[1].submitted").value(false))
                .andExpect(jsonPath("$.items[1].notSubmitted[0].words.en")
                        .value("The delegation has no head yet. Please choose exactly one."));
        assertThat(state(delegation(id, 0))).isEqualTo("submitted");
        assertThat(state(delegation(id, 1))).isEqualTo("draft");
    }

    @Test
    void whatACrashBrokeOffIsDoneAgainAndIsThereOnce() throws Exception {
        UUID partner = registering.partner("Crash Port");
        UUID id = uploaded(HEADINGS + "Crash Port,head,HEAD OF CRASH,Mayor,5,KR,ko,,1970-01-01\n", OFFICER);
        awaitState(id, "checked");
        expect(200, registering.post(IMPORTS + "/" + id + "/confirmation", "{}", OFFICER));
        awaitState(id, "imported");
        UUID delegation = delegation(id, 0);

        // As a kill between the delegation and the note of how far the work is leaves it.
        mongo.getCollection("bulk_imports")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("state", "IMPORTING")
                                        .append("next", 0)
                                        .append("dueAt", new java.util.Date())));
        awaitState(id, "imported");

        assertThat(delegationsOf(partner)).containsExactly(delegation.toString());
        List<String> members = registering.seen("/api/delegations/" + delegation, OFFICER, "$.members[*].memberId");
        assertThat(members).hasSize(1);
        rows(id, "").andExpect(jsonPath("$.items[0].outcome").value("new"));
    }

    @Test
    void aMistakeIsTakenBackExceptWhereSomebodyBuiltOnIt() throws Exception {
        UUID untouched = registering.partner("Untouched Port");
        UUID touched = registering.partner("Touched Port");
        UUID id = uploaded(HEADINGS + """
                Untouched Port,head,HEAD OF UNTOUCHED,Mayor,5,KR,ko,,
                Touched Port,head,HEAD OF TOUCHED,Mayor,5,KR,ko,,
                Touched Port,delegate,DELEGATE OF TOUCHED,Clerk,9,KR,ko,,
                """, OFFICER);
        awaitState(id, "checked");
        expect(200, registering.post(IMPORTS + "/" + id + "/confirmation", "{}", OFFICER));
        awaitState(id, "imported");
        UUID edited = delegation(id, 1);
        List<String> members = registering.seen("/api/delegations/" + edited, OFFICER, "$.members[*].memberId");
        expect(
                200,
                registering.put(
                        edited,
                        registering.<Integer>seen("/api/delegations/" + edited, OFFICER, "$.version"),
                        """
                        {"members": [{"memberId": "%s", "kind": "head", "function": "Lord Mayor", "rank": 4},
                          {"memberId": "%s", "kind": "delegate", "function": "Clerk", "rank": 9, "languages": ["ko"]}]}
                        """.formatted(members.get(0), members.get(1)),
                        focalPointOf(touched)));

        expect(200, registering.post(IMPORTS + "/" + id + "/undo", "{}", OFFICER));
        awaitState(id, "undone");

        assertThat(state(delegation(id, 0))).isEqualTo("withdrawn");
        assertThat(state(edited)).isEqualTo("draft");
        List<String> left = registering.seen("/api/delegations/" + edited, OFFICER, "$.members[*].person.passportName");
        assertThat(left).containsExactly("HEAD OF TOUCHED");
        mvc.perform(get(IMPORTS + "/" + id).with(OFFICER))
                .andExpect(jsonPath("$.gone").value(2))
                .andExpect(jsonPath("$.stays").value(1));
        rows(id, "")
                .andExpect(jsonPath("$.items[1].stays.en").value("Somebody changed this member since."))
                .andExpect(jsonPath("$.items[2].gone").value(true));
        assertThat(delegationsOf(untouched)).hasSize(1);
    }

    @Test
    void aSecondImportOfTheSameSheetFindsEverybodyThere() throws Exception {
        registering.partner("Twice Port");
        String sheet = HEADINGS + "Twice Port,head,HEAD OF TWICE,Mayor,5,KR,ko,,\n";
        UUID first = uploaded(sheet, OFFICER);
        awaitState(first, "checked");
        expect(200, registering.post(IMPORTS + "/" + first + "/confirmation", "{}", OFFICER));
        awaitState(first, "imported");

        UUID second = uploaded(sheet, OFFICER);
        awaitState(second, "checked");

        mvc.perform(get(IMPORTS + "/" + second).with(OFFICER))
                .andExpect(jsonPath("$.there").value(1))
                .andExpect(jsonPath("$.fresh").value(0));
        MockHttpServletResponse refused = registering.post(IMPORTS + "/" + second + "/confirmation", "{}", OFFICER);
        expect(409, refused);
        assertThat(JsonPath.<String>read(refused.getContentAsString(StandardCharsets.UTF_8), "$.reason"))
                .isEqualTo("IMPORT_TAKES_NOTHING");
    }

    @Test
    void whoStandsWithAnotherDelegationAndWhoIsOverTheQuotaIsSaidBefore() throws Exception {
        UUID other = registering.partner("Claiming Port");
        UUID claimed = registering.complete(event, other, "CLAIMED PERSON");
        expect(200, registering.act(claimed, "submission", "{}", focalPointOf(other)));
        registering.partner("Full Port");
        StringBuilder sheet = new StringBuilder(HEADINGS);
        sheet.append("Full Port,head,Person Claimed,Mayor,5,,ko,,\n");
        for (int i = 0; i < 9; i++) {
            sheet.append("Full Port,delegate,DELEGATE NUMBER ")
                    .append((char) ('A' + i))
                    .append(",Clerk,9,KR,ko,,\n");
        }

        UUID id = uploaded(sheet.toString(), OFFICER);
        awaitState(id, "checked");

        rows(id, "")
                .andExpect(jsonPath("$.items[0].findings[0].words.en")
                        .value(org.hamcrest.Matchers.startsWith(
                                "Somebody in the delegation is registered for this event with another delegation.")))
                .andExpect(jsonPath("$.items[8].outcome").value("new"))
                .andExpect(jsonPath("$.items[9].findings[0].words.en")
                        .value(org.hamcrest.Matchers.startsWith("The partner may send up to 8 people")));
    }

    @Test
    void aFocalPointImportsItsOwnPeopleOnly() throws Exception {
        UUID mine = registering.partner("Own Port");
        registering.partner("Foreign Port");
        UUID id = uploaded(
                "passport name;partner;rank\nMEMBER OF OWN;;9\nMEMBER OF FOREIGN;Foreign Port;9\n", focalPointOf(mine));
        awaitState(id, "checked", focalPointOf(mine));

        mvc.perform(get(IMPORTS + "/" + id).with(focalPointOf(mine)))
                .andExpect(jsonPath("$.fresh").value(1))
                .andExpect(jsonPath("$.wrong").value(1));
        mvc.perform(get(IMPORTS + "/" + id).with(focalPointOf(Ids.fresh()))).andExpect(status().isNotFound());
        mvc.perform(get(IMPORTS).with(focalPointOf(Ids.fresh()))).andExpect(jsonPath("$.items", hasSize(0)));
        mvc.perform(get(IMPORTS).with(a("auditor"))).andExpect(status().isForbidden());
    }

    @Test
    void theSheetLiesSealedAndIsShreddedWhenItIsGivenUp() throws Exception {
        registering.partner("Sealed Port");
        UUID id = uploaded(HEADINGS + "Sealed Port,head,SECRET NAME,Mayor,5,KR,ko,,\n", OFFICER);
        awaitState(id, "checked");
        assertThat(mongo.getCollection("bulk_import_sheets")
                        .find(new Document("_id", id))
                        .first()
                        .toString())
                .doesNotContain("SECRET");
        assertThat(mongo.getCollection("bulk_import_rows")
                        .find(new Document("import", id))
                        .first()
                        .toJson())
                .doesNotContain("SECRET");

        expect(200, registering.post(IMPORTS + "/" + id + "/abandonment", "{}", OFFICER));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mongo.getCollection("bulk_import_sheets").countDocuments(new Document("_id", id)) == 0);
        rows(id, "").andExpect(jsonPath("$.items[0].passportName").doesNotExist());
    }

    @Test
    void whatIsNoSheetIsSaidAtOnce() throws Exception {
        upload("Name\nx\n".getBytes(StandardCharsets.UTF_8), OFFICER)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"));
        mvc.perform(multipart(IMPORTS)
                        .file(new MockMultipartFile("file", "x".getBytes()))
                        .with(OFFICER))
                .andExpect(jsonPath("$.errors[0].pointer").value("/event"));
        mvc.perform(get(IMPORTS + "/template.csv").with(OFFICER).header("Accept-Language", "vi"))
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .startsWith("\ufeffĐối tác,"));
        mvc.perform(get(IMPORTS + "/template.xlsx").with(OFFICER)).andExpect(status().isOk());
    }

    private UUID uploaded(String sheet, RequestPostProcessor who) throws Exception {
        return uploaded(sheet.getBytes(StandardCharsets.UTF_8), who);
    }

    private UUID uploaded(byte[] sheet, RequestPostProcessor who) throws Exception {
        MockHttpServletResponse answer = upload(sheet, who).andReturn().getResponse();
        expect(201, answer);
        return UUID.fromString(JsonPath.read(answer.getContentAsString(StandardCharsets.UTF_8), "$.id"));
    }

    private ResultActions upload(byte[] sheet, RequestPostProcessor who) throws Exception {
        return mvc.perform(multipart(IMPORTS)
                .file(new MockMultipartFile("file", "guests", "application/octet-stream", sheet))
                .param("event", event.toString())
                .with(who));
    }

    private void awaitState(UUID id, String state) {
        awaitState(id, state, OFFICER);
    }

    private void awaitState(UUID id, String state, RequestPostProcessor who) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> registering.<String>seen(IMPORTS + "/" + id, who, "$.state"), state::equals);
    }

    private ResultActions rows(UUID id, String question) throws Exception {
        return mvc.perform(get(IMPORTS + "/" + id + "/rows" + question).with(OFFICER))
                .andExpect(status().isOk());
    }

    private UUID delegation(UUID id, int part) throws Exception {
        return UUID.fromString(
                registering.seen(IMPORTS + "/" + id + "/delegations", OFFICER, "$.items[" + part + "].delegationId"));
    }

    private String state(UUID delegation) throws Exception {
        return registering.seen("/api/delegations/" + delegation, OFFICER, "$.state");
    }

    private List<String> delegationsOf(UUID partner) throws Exception {
        return new ArrayList<>(registering.<List<String>>seen(
                "/api/delegations?event=" + event + "&partner=" + partner, OFFICER, "$.items[*].id"));
    }
}
