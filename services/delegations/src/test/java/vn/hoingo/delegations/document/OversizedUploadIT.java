package vn.hoingo.delegations.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import vn.hoingo.messaging.Ids;
import vn.hoingo.messaging.test.BackingServices;

/** The door itself, with a real connection: what is too large is turned away with an answer and not with a broken line. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({BackingServices.class, OversizedUploadIT.AnyOfficer.class})
class OversizedUploadIT {

    private static final String LINE = "----line";

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @ValueSource(ints = {5 * 1024 * 1024 + 1, 12 * 1024 * 1024})
    void aFileOfMoreThanFiveMegabytesIsTooLarge(int bytes) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:"
                                        + environment.getRequiredProperty("local.server.port") + "/api/delegations/"
                                        + Ids.fresh() + "/documents"))
                                .header("Authorization", "Bearer any")
                                .header("Accept-Language", "en")
                                .header("Content-Type", "multipart/form-data; boundary=" + LINE)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(upload(bytes)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/problems/too-large").contains("What was sent is too large.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%FF", "q=%ED%A0%80", "%FF=x"})
    void aQuestionThatIsNoTextIsRefusedAndNoFaultOfOurs(String query) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:"
                                        + environment.getRequiredProperty("local.server.port")
                                        + "/api/delegations/partners?" + query))
                                .header("Authorization", "Bearer any")
                                .header("Accept-Language", "en")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/request");
    }

    private static byte[] upload(int bytes) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + LINE + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"letter.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n%PDF-1.7")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(new byte[bytes]);
        body.write(("\r\n--" + LINE + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    @TestConfiguration
    static class AnyOfficer {

        @Bean
        JwtDecoder tokens() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("officer")
                    .claim("roles", List.of("delegation-officer"))
                    .issuedAt(Instant.EPOCH)
                    .build();
        }
    }
}
