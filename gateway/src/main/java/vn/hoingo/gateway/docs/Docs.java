package vn.hoingo.gateway.docs;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** <code>/api/docs</code>, all of it from here, none of it from elsewhere; and the style of our own pages. */
@Configuration(proxyBeanMethods = false)
class Docs {

    private static final Set<String> READER =
            Set.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js");

    @Bean
    RouterFunction<ServerResponse> docsPage() {
        return RouterFunctions.route()
                .GET("/api/docs", request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .bodyValue(new ClassPathResource("pages/docs.html")))
                .GET("/api/docs/{file}", request -> file(request.pathVariable("file")))
                .GET("/gateway/page.css", request -> asset(new ClassPathResource("pages/page.css")))
                .build();
    }

    private static Mono<ServerResponse> file(String name) {
        if (name.equals("start.js")) {
            return asset(new ClassPathResource("pages/start.js"));
        }
        return READER.contains(name)
                ? asset(reader(name))
                : ServerResponse.notFound().build();
    }

    private static Mono<ServerResponse> asset(Resource resource) {
        return ServerResponse.ok()
                .cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS))
                .bodyValue(resource);
    }

    private static Resource reader(String name) {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath:/META-INF/resources/webjars/swagger-ui/*/" + name)[0];
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
