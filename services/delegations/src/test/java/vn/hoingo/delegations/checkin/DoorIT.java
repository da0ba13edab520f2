package vn.hoingo.delegations.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoingo.delegations.Registering.expect;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoingo.delegations.EventsElsewhere;
import vn.hoingo.delegations.Registering;
import vn.hoingo.delegations.RunningDelegations;
import vn.hoingo.delegations.badge.Badge;
import vn.hoingo.delegations.badge.BadgeSeal;

/** From the approval to the door, on a real store and a real broker. */
@RunningDelegations
class DoorIT {

    private static final RequestPostProcessor OFFICER = a("protocol-officer");
    private static final RequestPostProcessor DOOR = a("check-in");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private EventsElsewhere elsewhere;

    @Autowired
    private Registering registering;

    @Autowired
    private BadgeSeal seal;

    private UUID event;
    private UUID partner;
    private UUID delegation;
    private String plenary;

    @BeforeEach
    void anApprovedDelegationAndADoor() throws Exception {
        event = elsewhere.open(8);
        partner = registering.partner("Door Town");
        delegation = registering.approved(event, partner, "KIM DOOR");
        plenary = door("plenary");
    }

    @Test
    void aDelegateIsAdmittedOnceAndTheSecondDoorIsToldSinceWhen() throws Exception {
        String number = issued("general", "plenary");

        assertThat(answer(plenary, number, "in")).isEqualTo("admitted");
        MockHttpServletResponse again = decide(door("plenary"), number, "in");
        assertThat(read(again, "$.answer")).isEqualTo("already-inside");
        assertThat(read(again, "$.since")).isNotNull();
        assertThat(read(again, "$.sincePoint.en")).isEqualTo("Door of plenary");
        assertThat(read(again, "$.bearer.name")).isEqualTo("KIM DOOR");
        assertThat(answer(plenary, number, "out")).isEqualTo("checked-out");
        assertThat(answer(plenary, number, "in")).isEqualTo("admitted");
    }

    @Test
    void ofManyDoorsThatAskAtOnceOneLetsIn() throws Exception {
        String number = issued("plenary");
        List<Future<String>> asked = new ArrayList<>();
        try (ExecutorService doors = Executors.newFixedThreadPool(8)) {
            for (int door = 0; door < 8; door++) {
                asked.add(doors.submit(() -> answer(plenary, number, "in")));
            }
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> each : asked) {
            answers.add(each.get());
        }

        assertThat(answers).containsOnlyOnce("admitted");
        assertThat(answers.stream().filter("already-inside"::equals)).hasSize(7);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirst() throws Exception {
        String number = issued("plenary");
        for (int time = 0; time < 2; time++) {
            assertThat(read(
                            mvc.perform(asking(plenary, number, "in").header("Idempotency-Key", "scan-" + number))
                                    .andReturn()
                                    .getResponse(),
                            "$.answer"))
                    .isEqualTo("admitted");
        }
    }

    @Test
    void everyNoHasItsReason() throws Exception {
        String number = issued("general");

        assertThat(answer(plenary, number, "in")).isEqualTo("wrong-zone");
        assertThat(answer(plenary, "2222-2222", "in")).isEqualTo("unknown");
        assertThat(answer(plenary, "HN1" + "00".repeat(90), "in")).isEqualTo("forged");
        UUID event2 = elsewhere.open(8);
        String elsewhereDoor = door(event2, "general");
        assertThat(answer(elsewhereDoor, number, "in")).isEqualTo("wrong-event");
        assertThat(answer(plenary, number, "out")).isEqualTo("not-inside");
    }

    @Test
    void anOldPrintIsRefusedAndTheNewOneIsNot() throws Exception {
        String number = issued("plenary");
        String plain = number.replace("-", "");
        expect(200, registering.post(badge() + "/reprint", "", OFFICER));

        assertThat(answer(plenary, seal.seal(new Badge(event, plain, 1)), "in")).isEqualTo("replaced");
        assertThat(answer(plenary, seal.seal(new Badge(event, plain, 2)), "in")).isEqualTo("admitted");
    }

    @Test
    void aBadgeIsRevokedByHandAtOnceAndByItselfWhenItsBearerNoLongerComes() throws Exception {
        String number = issued("plenary");
        expect(200, registering.post(badge() + "/revocation", "{\"reason\": \"vetting\"}", OFFICER));
        assertThat(answer(plenary, number, "in")).isEqualTo("revoked");
        mvc.perform(get(badge()).with(DOOR)).andExpect(jsonPath("$.reason").doesNotExist());

        UUID other = registering.approved(event, registering.partner("Other Town"), "LEE GONE");
        String theirs = issued(other, "plenary");
        expect(200, registering.act(other, "withdrawal", "{}", a("organiser")));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answer(plenary, theirs, "in")
                .equals("revoked"));
    }

    @Test
    void aDelegationIsCheckedInByItsList() throws Exception {
        issued("plenary");
        String member = registering.seen("/api/delegations/" + delegation, DOOR, "$.members[0].memberId");

        MockHttpServletResponse answers = registering.post(
                "/api/delegations/check-in/points/" + plenary + "/delegation-decisions",
                "{\"delegationId\": \"%s\", \"memberIds\": [\"%s\"]}".formatted(delegation, member),
                DOOR);

        assertThat(read(answers, "$.items[0].answer")).isEqualTo("admitted");
    }

    @Test
    void thePrintedCodeOpensTheDoor() throws Exception {
        issued("plenary");
        byte[] pdf = mvc.perform(
                        get("/api/delegations/" + delegation + "/badges.pdf").with(OFFICER))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            var picture = new org.apache.pdfbox.rendering.PDFRenderer(document).renderImageWithDPI(0, 200);
            int width = picture.getWidth();
            int height = picture.getHeight();
            int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
            String code = new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                    .getText();
            assertThat(code).doesNotContain("KIM");
            assertThat(answer(plenary, code, "in")).isEqualTo("admitted");
        }
    }

    @Test
    void aDelegationThatIsNotApprovedGetsNoBadge() throws Exception {
        UUID draft = registering.complete(event, registering.partner("Draft Town"), "PARK DRAFT");

        MockHttpServletResponse refused = registering.post(
                "/api/delegations/" + draft + "/accreditations", "{\"zones\": [\"plenary\"]}", OFFICER);

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(read(refused, "$.type")).isEqualTo("/problems/delegation-not-approved");
        mvc.perform(get("/api/delegations/" + draft).with(DOOR)).andExpect(status().isNotFound());
        mvc.perform(get("/api/delegations?event=" + event).with(DOOR))
                .andExpect(jsonPath("$.items[?(@.state != 'approved')]").isEmpty());
    }

    @Test
    void aDoorTakesASignedListAlongThatNamesNobody() throws Exception {
        String number = issued("plenary").replace("-", "");

        String path = "/api/delegations/check-in/snapshot?event=" + event;
        String[] jws = registering.<String>seen(path, DOOR, "$.jws").split("\\.");
        byte[] key = Base64.getUrlDecoder().decode(registering.<String>seen(path, DOOR, "$.publicKey"));
        new Ed25519Verify(key)
                .verify(
                        Base64.getUrlDecoder().decode(jws[2]),
                        (jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII));
        String said = new String(Base64.getUrlDecoder().decode(jws[1]), StandardCharsets.UTF_8);
        assertThat(said).contains(number, "\"plenary\"").doesNotContain("KIM");
    }

    @Test
    void whatADoorDidWithoutANetworkIsNotedAndItsConflictsAreListed() throws Exception {
        String number = issued("plenary");
        expect(200, registering.post(badge() + "/revocation", "{\"reason\": \"vetting\"}", OFFICER));
        Instant later = Instant.now().plusSeconds(5);
        String told = """
                {"deviceId": "scanner-7", "passages": [
                 {"badge": "%s", "direction": "in", "at": "%s"}, {"badge": "2222-2222", "direction": "in", "at": "%s"}]}
                """.formatted(number, later, later);

        for (int time = 0; time < 2; time++) {
            MockHttpServletResponse report =
                    registering.post("/api/delegations/check-in/points/" + plenary + "/offline-passages", told, DOOR);
            expect(200, report);
            List<String> answers =
                    JsonPath.read(report.getContentAsString(StandardCharsets.UTF_8), "$.conflicts[*].answer");
            assertThat(answers).containsExactlyInAnyOrder("revoked", "unknown");
        }
        assertThat(registering.<List<String>>seen(
                        "/api/delegations/accreditations?delegation=" + delegation, DOOR, "$.items[0].inside[*].zone"))
                .containsExactly("plenary");
    }

    @Test
    void aPassageOfTomorrowIsNotTaken() throws Exception {
        expect(422, registering.post("/api/delegations/check-in/points/" + plenary + "/offline-passages", """
                        {"deviceId": "scanner-7", "passages": [{"badge": "2222-2222", "direction": "in", "at": "2099-01-01T00:00:00Z"}]}
                        """, DOOR));
    }

    @Test
    void aPartnerNeitherIssuesNorAsks() throws Exception {
        expect(
                403,
                registering.post(
                        "/api/delegations/" + delegation + "/accreditations",
                        "{\"zones\": [\"vip\"]}",
                        focalPointOf(partner)));
        expect(403, decide(plenary, "2222-2222", "in", focalPointOf(partner)));
        expect(403, registering.post(badge() + "/reprint", "", DOOR));
    }

    private String issued(String... zones) throws Exception {
        return issued(delegation, zones);
    }

    private String issued(UUID of, String... zones) throws Exception {
        MockHttpServletResponse issued = registering.post(
                "/api/delegations/" + of + "/accreditations",
                "{\"zones\": [\"" + String.join("\", \"", zones) + "\"]}",
                OFFICER);
        expect(200, issued);
        return read(issued, "$.items[0].number");
    }

    private String badge() throws Exception {
        return "/api/delegations/accreditations/"
                + (registering
                                .<List<String>>seen(
                                        "/api/delegations/accreditations?delegation=" + delegation,
                                        OFFICER,
                                        "$.items[*].id")
                                .isEmpty()
                        ? UUID.randomUUID()
                        : registering.<String>seen(
                                "/api/delegations/accreditations?delegation=" + delegation, OFFICER, "$.items[0].id"));
    }

    private String door(String zone) throws Exception {
        return door(event, zone);
    }

    private String door(UUID at, String zone) throws Exception {
        String body = "{\"eventId\": \"%s\", \"name\": {\"vi\": \"Cửa %s\", \"en\": \"Door of %s\"}, \"zone\": \"%s\"}"
                .formatted(at, zone, zone, zone);
        MockHttpServletResponse opened = Awaitility.await() // until the event is heard of
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> registering.post("/api/delegations/check-in/points", body, a("organiser")),
                        answer -> answer.getStatus() == 201);
        return read(opened, "$.id");
    }

    private String answer(String door, String badge, String direction) throws Exception {
        MockHttpServletResponse decided = decide(door, badge, direction);
        expect(200, decided);
        return read(decided, "$.answer");
    }

    private MockHttpServletResponse decide(String door, String badge, String direction) throws Exception {
        return decide(door, badge, direction, DOOR);
    }

    private MockHttpServletResponse decide(String door, String badge, String direction, RequestPostProcessor who)
            throws Exception {
        return mvc.perform(asking(door, badge, direction).with(who)).andReturn().getResponse();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder asking(
            String door, String badge, String direction) {
        return post("/api/delegations/check-in/points/" + door + "/decisions")
                .with(DOOR)
                .contentType("application/json")
                .content("{\"badge\": \"%s\", \"direction\": \"%s\"}".formatted(badge, direction));
    }

    private static String read(MockHttpServletResponse answer, String path) throws Exception {
        return JsonPath.read(answer.getContentAsString(StandardCharsets.UTF_8), path);
    }
}
