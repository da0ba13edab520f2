package vn.hoingo.delegations;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.hoingo.messaging.test.Callers.a;
import static vn.hoingo.messaging.test.Callers.focalPointOf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What partners and officers do over HTTP, again and again. */
public class Registering {

    private static final String ALL = "/api/delegations";

    private final MockMvc mvc;

    Registering(MockMvc mvc) {
        this.mvc = mvc;
    }

    public UUID partner(String name) throws Exception {
        return id(post(ALL + "/partners", """
                {"name": {"vi": "%s", "en": "%s"}, "kind": "locality", "countryCode": "KR",
                 "countryName": {"vi": "Hàn Quốc", "en": "Republic of Korea"}, "language": "en", "contactEmail": "focal@partner.example"}
                """.formatted(name, name), a("organiser")));
    }

    /** Begins once the event is heard of, as a portal would try again on 503. */
    public UUID draft(UUID event, UUID partner) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            MockHttpServletResponse answer =
                                    post(ALL, "{\"eventId\": \"%s\"}".formatted(event), focalPointOf(partner));
                            return answer.getStatus() == 201 ? id(answer) : null;
                        },
                        java.util.Objects::nonNull);
    }

    /** A complete draft whose head flies. */
    public UUID complete(UUID event, UUID partner, String head) throws Exception {
        UUID id = draft(event, partner);
        UUID member = UUID.randomUUID();
        MockHttpServletResponse saved = put(id, 1, """
                {"languages": ["ko"], "members": [{"memberId": "%s", "kind": "head", "function": "Mayor", "rank": 5,
                  "needs": ["vegetarian-meal"], "person": {"passportName": "%s", "nativeName": "시장"}}],
                 "parties": [{"memberIds": ["%s"], "luggage": 1, "flight": {"number": "VN409", "origin": "ICN", "airport": "SGN",
                  "departs": "2027-09-22T10:15", "departsZone": "Asia/Seoul", "arrives": "2027-09-22T13:35", "arrivesZone": "Asia/Ho_Chi_Minh"}}]}
                """.formatted(member, head, member), focalPointOf(partner));
        if (saved.getStatus() != 200) {
            throw new AssertionError(saved.getContentAsString(StandardCharsets.UTF_8));
        }
        return id;
    }

    public UUID approved(UUID event, UUID partner, String head) throws Exception {
        UUID id = complete(event, partner, head);
        expect(200, act(id, "submission", "{}", focalPointOf(partner)));
        expect(200, act(id, "approval", "{}", a("delegation-officer")));
        return id;
    }

    public MockHttpServletResponse act(UUID id, String act, String body, RequestPostProcessor who) throws Exception {
        return post(ALL + "/" + id + "/" + act, body, who);
    }

    public MockHttpServletResponse put(UUID id, long version, String body, RequestPostProcessor who) throws Exception {
        return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(ALL + "/" + id)
                        .with(who)
                        .header("If-Match", "\"" + version + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    public MockHttpServletResponse post(String path, String body, RequestPostProcessor who) throws Exception {
        return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    public <T> T seen(String path, RequestPostProcessor who, String what) throws Exception {
        return JsonPath.read(
                mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8),
                what);
    }

    public void awaitState(UUID id, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> seen(
                        ALL + "/" + id, a("delegation-officer"), "$.state")
                .equals(state));
    }

    public static void expect(int status, MockHttpServletResponse answer) throws Exception {
        if (answer.getStatus() != status) {
            throw new AssertionError(answer.getStatus() + " " + answer.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    private static UUID id(MockHttpServletResponse created) throws Exception {
        expect(201, created);
        return UUID.fromString(JsonPath.read(created.getContentAsString(StandardCharsets.UTF_8), "$.id"));
    }
}
