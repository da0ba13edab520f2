package vn.hoingo.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoingo.messaging.test.Callers.a;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What a protocol officer does and sees over HTTP. */
public class Staff {

    private final MockMvc mvc;

    Staff(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** Invites somebody; once the activity is known here. */
    public String invite(UUID person, UUID activity, String more) {
        String body = "{\"personId\": \"%s\", \"activityId\": \"%s\"%s}".formatted(person, activity, more);
        String[] id = new String[1];
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            MockHttpServletResponse answer = send("/api/invitations", body);
            if (answer.getStatus() == 201) {
                id[0] = JsonPath.read(text(answer), "$.id");
            }
            return answer.getStatus() == 201;
        });
        return id[0];
    }

    public String invite(UUID person, UUID activity) {
        return invite(person, activity, "");
    }

    /** The token of the guest's link. */
    public String tokenOf(String invitation) {
        String url = JsonPath.read(read("/api/invitations/" + invitation + "/link"), "$.url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    public MockHttpServletResponse send(String path, String body) {
        try {
            return mvc.perform(post(path)
                            .with(a("protocol-officer"))
                            .header("Accept-Language", "en")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String read(String path) {
        try {
            MockHttpServletResponse answer = mvc.perform(
                            get(path).with(a("protocol-officer")).header("Accept-Language", "en"))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(path + ": " + text(answer)).isEqualTo(200);
            return text(answer);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public <T> T read(String path, String what) {
        return JsonPath.read(read(path), what);
    }

    /** Answers as the guest whose link it is, who has no account. */
    public MockHttpServletResponse answer(String token, String how) {
        return answer(token, how, "{}");
    }

    public MockHttpServletResponse answer(String token, String how, String body) {
        try {
            return mvc.perform(post("/api/invitations/answers/" + token + "/" + how)
                            .header("Accept-Language", "en")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public MockHttpServletResponse open(String token) {
        try {
            return mvc.perform(get("/api/invitations/answers/" + token).header("Accept-Language", "en"))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public static <T> T in(MockHttpServletResponse answer, String what) {
        return JsonPath.read(text(answer), what);
    }

    /** Waits until a list shows what is expected. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a box for what was read last
    public <T> List<T> awaitList(String path, String what, Predicate<List<T>> expected) {
        List<T>[] last = new List[1];
        Awaitility.await()
                .alias(path + " " + what)
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    last[0] = JsonPath.read(read(path), what);
                    return expected.test(last[0]);
                });
        return last[0];
    }
}
