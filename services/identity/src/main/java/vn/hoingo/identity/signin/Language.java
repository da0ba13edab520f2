package vn.hoingo.identity.signin;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Vietnamese or English: the switch on any page of ours (the cookie is the portal's, too), then what the browser prefers; a browser that asks for neither belongs to a guest from abroad, who reads English. */
@Configuration(proxyBeanMethods = false)
class Language implements WebMvcConfigurer {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<String> OURS = List.of("vi", "en");

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return ours(Locale.forLanguageTag(value));
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSecure(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> request.getHeader("Accept-Language") == null
                ? VIETNAMESE
                : Collections.list(request.getLocales()).stream()
                        .filter(locale -> OURS.contains(locale.getLanguage()))
                        .findFirst()
                        .map(Language::ours)
                        .orElse(Locale.ENGLISH));
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change).addPathPatterns("/identity/**");
    }

    private static Locale ours(Locale locale) {
        return OURS.contains(locale.getLanguage()) ? Locale.forLanguageTag(locale.getLanguage()) : VIETNAMESE;
    }
}
