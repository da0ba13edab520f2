package vn.hoingo.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Vietnamese or English: what the reader chose, then what the browser prefers; a browser that asks for neither belongs to a guest from abroad, who reads English. */
@Configuration(proxyBeanMethods = false)
public class Languages implements WebMvcConfigurer {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<String> OURS = List.of("vi", "en");

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return ours(Locale.forLanguageTag(value));
            }

            @Override
            public void setLocale(
                    HttpServletRequest request,
                    @org.jspecify.annotations.Nullable HttpServletResponse response,
                    @org.jspecify.annotations.Nullable Locale locale) {
                super.setLocale(request, response, locale == null ? null : ours(locale));
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::preferred);
        return resolver;
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    private static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return VIETNAMESE;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> OURS.contains(locale.getLanguage()))
                .findFirst()
                .map(Languages::ours)
                .orElse(Locale.ENGLISH);
    }

    private static Locale ours(Locale locale) {
        return OURS.contains(locale.getLanguage()) ? Locale.forLanguageTag(locale.getLanguage()) : VIETNAMESE;
    }

    /** The switch on every page; the parameter {@code lang} has set the cookie before this is reached. */
    @Controller
    static class Switch {

        @RequestMapping(
                path = "/language",
                method = {RequestMethod.GET, RequestMethod.POST})
        String back(@RequestParam(defaultValue = "/") String returnTo) {
            return "redirect:" + Paths.own(returnTo);
        }
    }
}
