package vn.hoingo.gateway.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** How the gateway says no by itself: problem+json to programs, a small page in both languages to people. */
@Component
public class Answers {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final Map<String, String> GUARDED = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
            "Referrer-Policy",
            "same-origin",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY");

    private final MessageSource words;
    private final JsonMapper json;
    private final String page;

    Answers(MessageSource words, JsonMapper json) {
        this.words = words;
        this.json = json;
        try {
            this.page = new ClassPathResource("pages/problem.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under /api programs ask; only the page that explains it to people is one itself. */
    public static boolean isApi(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.startsWith("/api/") && !path.equals("/api/docs");
    }

    private static boolean isPage(ServerWebExchange exchange) {
        return !isApi(exchange)
                && !exchange.getRequest().getHeaders().containsHeader("HX-Request")
                && exchange.getRequest().getHeaders().getAccept().stream()
                        .anyMatch(type -> type.isConcrete() && type.isCompatibleWith(MediaType.TEXT_HTML));
    }

    public Mono<Void> problem(ServerWebExchange exchange, HttpStatus status, String type, Object... values) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl("no-store");
        GUARDED.forEach(headers::set); // who is refused early never comes to those of the sign-in
        boolean person = isPage(exchange);
        headers.setContentType(
                person
                        ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)
                        : MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = person ? page(status, type, values) : json(exchange, status, type, values);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private byte[] json(ServerWebExchange exchange, HttpStatus status, String type, Object... values) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + type));
        problem.setDetail(words.getMessage("problem." + type, values, language(exchange)));
        return json.writeValueAsBytes(problem);
    }

    private byte[] page(HttpStatus status, String type, Object... values) {
        String text = page.replace("{status}", Integer.toString(status.value()));
        for (Locale locale : List.of(VIETNAMESE, Locale.ENGLISH)) {
            String language = locale.getLanguage();
            text = text.replace("{title-" + language + "}", words("page.title", locale))
                    .replace("{text-" + language + "}", words("problem." + type, locale, values))
                    .replace("{home-" + language + "}", words("page.home", locale));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String words(String key, Locale locale, Object... values) {
        return HtmlUtils.htmlEscape(words.getMessage(key, values, locale), StandardCharsets.UTF_8.name());
    }

    private static Locale language(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAcceptLanguageAsLocales().stream()
                    .filter(locale -> List.of("vi", "en").contains(locale.getLanguage()))
                    .findFirst()
                    .orElse(VIETNAMESE);
        } catch (IllegalArgumentException e) {
            return VIETNAMESE;
        }
    }
}
