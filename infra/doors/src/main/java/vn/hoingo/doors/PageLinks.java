package vn.hoingo.doors;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** A page that is not the last one says in its header, too, where the next one is. */
@RestControllerAdvice
class PageLinks implements ResponseBodyAdvice<Page<?>> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return Page.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public @Nullable Page<?> beforeBodyWrite(
            @Nullable Page<?> page,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (page != null && page.next() != null) {
            String query = request.getURI().getRawQuery() == null
                    ? ""
                    : Arrays.stream(request.getURI().getRawQuery().split("&"))
                            .filter(part -> !part.startsWith("after="))
                            .map(part -> part + "&")
                            .collect(Collectors.joining());
            response.getHeaders()
                    .add(
                            HttpHeaders.LINK,
                            "<" + request.getURI().getRawPath() + "?" + query + "after=" + page.next()
                                    + ">; rel=\"next\"");
        }
        return page;
    }
}
