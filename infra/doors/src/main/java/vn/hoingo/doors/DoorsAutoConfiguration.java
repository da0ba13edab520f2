package vn.hoingo.doors;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.env.Environment;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.hoingo.messaging.Id;

/** Opens the doors of a service: tokens are checked, bodies are strict, problems have one shape. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@EnableMethodSecurity
public class DoorsAutoConfiguration implements WebMvcConfigurer {

    private static final Locale VIETNAMESE = Locale.of("vi");

    /** The words of the service, then ours. Boot makes none where there is no bundle without a language. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("messages", "doors");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setDefaultLocale(VIETNAMESE);
        return words;
    }

    @Bean
    Problems problems(MessageSource words, JsonMapper json) {
        return new Problems(words, json);
    }

    @Bean
    JacksonModule shownYears() {
        return new SimpleModule("shown-years").setDeserializerModifier(new ShownYears());
    }

    @Bean
    ServiceCalls serviceCalls(Environment environment) {
        return new ServiceCalls(environment, RestClient.builder());
    }

    /** Tokens of the identity provider; its keys are fetched when the first token comes, not at start. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokens(
            @Value("${HOINGO_JWKS_URL:http://localhost:8086/oauth2/jwks}") String keys,
            @Value("${HOINGO_PUBLIC_URL:http://localhost:8080}") String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains("hoingo"))));
        return decoder;
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, Problems problems, @Value("${hoingo.doors.open:}") String[] open)
            throws Exception {
        JwtAuthenticationConverter roles = new JwtAuthenticationConverter();
        roles.setJwtGrantedAuthoritiesConverter(DoorsAutoConfiguration::authorities);
        http.csrf(AbstractHttpConfigurer::disable) // no cookie opens these doors
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/error")
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/*/openapi.json")
                        .authenticated()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles))
                        .authenticationEntryPoint((request, response, denied) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(request, response, 401, "unauthenticated");
                        })
                        .accessDeniedHandler(
                                (request, response, denied) -> problems.write(request, response, 403, "forbidden")))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, denied) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(request, response, 401, "unauthenticated");
                        })
                        .accessDeniedHandler(
                                (request, response, denied) -> problems.write(request, response, 403, "forbidden")))
                .addFilterAfter(new ActingFilter(problems), AuthorizationFilter.class);
        return http.build();
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        return roles == null
                ? List.of()
                : roles.stream()
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList();
    }

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(Arrays.asList(VIETNAMESE, Locale.ENGLISH));
        resolver.setDefaultLocale(VIETNAMESE);
        return resolver;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new TextToId());
        registry.addConverterFactory(new CodeToChoice());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
        resolvers.add(new PagingArgument());
    }

    /** Ids in paths and parameters. */
    private static final class TextToId implements ConverterFactory<String, Id> {

        @Override
        public <T extends Id> Converter<String, T> getConverter(Class<T> type) {
            return text -> {
                try {
                    var constructor = type.getDeclaredConstructor(java.util.UUID.class);
                    constructor.setAccessible(true);
                    return constructor.newInstance(java.util.UUID.fromString(text));
                } catch (ReflectiveOperationException broken) {
                    throw new IllegalArgumentException(broken);
                }
            };
        }
    }

    /** Choices in parameters of lists; an empty one is none. */
    private static final class CodeToChoice implements ConverterFactory<String, Coded> {

        @Override
        @SuppressWarnings("NullAway") // it does not see that the converter's result may be null
        public <T extends Coded> Converter<String, @Nullable T> getConverter(Class<T> kind) {
            return code -> code.isEmpty() ? null : Coded.of(kind, code);
        }
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Caller.current();
        }
    }

    private static final class PagingArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Paging.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String limit = request.getParameter("limit");
            String after = request.getParameter("after");
            String sort = request.getParameter("sort");
            return new Paging(
                    limit == null ? 50 : limit(limit),
                    after == null || after.isEmpty() ? null : after,
                    sort == null ? "" : sort);
        }

        private static int limit(String text) {
            try {
                int limit = Integer.parseInt(text);
                if (limit >= 1 && limit <= Paging.MOST) {
                    return limit;
                }
            } catch (NumberFormatException noNumber) {
                // refused below, as a number out of range is
            }
            throw new Invalid("/limit", "doors.limit", Paging.MOST);
        }
    }

    @Bean
    PageLinks pageLinks() {
        return new PageLinks();
    }
}
