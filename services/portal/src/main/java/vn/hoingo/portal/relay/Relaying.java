package vn.hoingo.portal.relay;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every call to a service carries the reader's token, language and, from a form, the key that makes a repeated post the same one. A
 * service that cannot be reached or is busy is {@link Unavailable}; one that refuses gives an {@link Answer}.
 */
@Configuration(proxyBeanMethods = false)
class Relaying {

    /** The hidden field of every form: one key for one filled form, however often it is sent. */
    private static final String FORM_KEY = "once";

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(10);

    @Bean
    RestClientHttpServiceGroupConfigurer relayToServices(JsonMapper mapper) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(READ);
        return groups -> groups.forEachClient((group, builder) -> builder.requestFactory(factory)
                .requestInterceptor((request, body, next) -> relay(group.name(), request, body, next))
                .defaultStatusHandler(
                        status -> status.isError(), (request, response) -> refuse(group.name(), response, mapper)));
    }

    private static ClientHttpResponse relay(
            String service, HttpRequest request, byte[] body, ClientHttpRequestExecution next) {
        HttpHeaders headers = request.getHeaders();
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        if (reader instanceof JwtAuthenticationToken token) {
            headers.setBearerAuth(token.getToken().getTokenValue());
        }
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
        String key = formKey();
        if (key != null && request.getMethod().name().equals("POST")) {
            headers.set("Idempotency-Key", key);
        }
        try {
            return next.execute(request, body);
        } catch (IOException e) {
            throw new Unavailable(service, e);
        }
    }

    private static @Nullable String formKey() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest().getParameter(FORM_KEY)
                : null;
    }

    private static void refuse(String service, ClientHttpResponse response, JsonMapper mapper) throws IOException {
        int status = response.getStatusCode().value();
        if (status == 401) {
            throw new SignInEnded();
        }
        if (status >= 500 || status == 429) {
            throw new Unavailable(service);
        }
        Answer.Said said;
        try {
            said = mapper.readValue(response.getBody(), Answer.Said.class);
        } catch (JacksonException e) {
            said = new Answer.Said(null, null, null, null);
        }
        throw new Answer(status, said);
    }
}
