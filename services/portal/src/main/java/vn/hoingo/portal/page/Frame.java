package vn.hoingo.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every page shows around its own matter: the reader, the ways by role, the language, and the form being filled. */
@ControllerAdvice
public class Frame {

    private final Icons icons;
    private final Words words;
    private final Times times;

    Frame(Icons icons, Words words, Times times) {
        this.icons = icons;
        this.words = words;
        this.times = times;
    }

    @ModelAttribute
    void around(Model page, HttpServletRequest request) {
        page.addAllAttributes(around(request));
    }

    /** The frame's own attributes; a page that says what went wrong has the same frame. */
    public Map<String, ?> around(HttpServletRequest request) {
        Map<String, Object> frame = new HashMap<>();
        Reader reader = Reader.current();
        frame.put("lang", LocaleContextHolder.getLocale().getLanguage());
        frame.put("here", request.getRequestURI());
        frame.put("address", Paths.own(address(request)));
        frame.put("icons", icons.path());
        frame.put("times", times);
        frame.put("word", words);
        frame.put("ways", reader == null ? List.of() : Way.of(reader));
        if (reader != null) {
            frame.put("reader", reader);
        }
        String act = request.getParameter("done");
        String done = act == null ? null : words.known("done." + act);
        if (done != null) {
            frame.put("done", done);
        }
        return frame;
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean get = request.getMethod().equals("GET");
        return get && query != null ? request.getRequestURI() + "?" + query : request.getRequestURI();
    }

    /** A screen of the top bar. */
    record Way(String name, String path, List<String> under) {

        static List<Way> of(Reader reader) {
            if (reader.isPartner()) {
                return List.of(new Way("registrations", "/register", List.of("/register", "/imports")));
            }
            List<Way> ways = new ArrayList<>();
            ways.add(new Way("desk", "/desk", List.of("/desk")));
            ways.add(new Way("events", "/events", List.of("/events")));
            if (reader.is("organiser", "delegation-officer", "protocol-officer", "auditor")) {
                ways.add(new Way("delegations", "/delegations", List.of("/delegations", "/partners", "/imports")));
            }
            if (reader.is("organiser", "delegation-officer", "protocol-officer", "auditor")) {
                ways.add(new Way("guests", "/guests", List.of("/guests", "/letters")));
            }
            if (reader.is("organiser", "delegation-officer", "protocol-officer", "dispatcher", "auditor")) {
                ways.add(new Way("logistics", "/arrivals", List.of("/arrivals")));
            }
            if (reader.is("organiser", "protocol-officer", "check-in")) {
                ways.add(new Way("door", "/door", List.of("/door")));
            }
            if (reader.is("organiser", "operations-watcher", "auditor")) {
                ways.add(new Way("operations", "/operations", List.of("/operations")));
            }
            return ways;
        }

        public boolean leadsTo(String path) {
            return under.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Filling implements WebMvcConfigurer {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new FilledForm());
            resolvers.add(new ReaderOfThePage());
        }
    }

    /** A controller that takes a {@link Form} gets what was typed, and its page sees the same. */
    private static final class FilledForm implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Form.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer page,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
            request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
            Form form = Form.typed(typed);
            if (page != null) {
                page.addAttribute("form", form);
            }
            return form;
        }
    }

    /** Pages of their own door have a reader. */
    private static final class ReaderOfThePage implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Reader.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer page,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return Objects.requireNonNull(Reader.current());
        }
    }
}
