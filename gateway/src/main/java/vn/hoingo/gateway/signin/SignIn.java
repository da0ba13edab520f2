package vn.hoingo.gateway.signin;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import vn.hoingo.gateway.GatewaySettings;
import vn.hoingo.gateway.LocalPath;
import vn.hoingo.gateway.door.Limits;
import vn.hoingo.gateway.session.SessionCookie;

/** Signing in by way of the OpenID Connect provider, and what is open without. */
@Configuration(proxyBeanMethods = false)
class SignIn {

    private static final String SELF = "/sign-in";
    private static final String REGISTRATION = "hoingo";
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src-attr 'unsafe-inline';"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityWebFilterChain doors(
            ServerHttpSecurity http,
            GatewaySettings settings,
            SessionCookie cookie,
            BegunSignIns begun,
            ReactiveClientRegistrationRepository registrations,
            ServerAuthenticationEntryPoint entry,
            ComingBack comingBack,
            Limits limits) {
        return http.securityContextRepository(cookie)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .oauth2Login(login -> login.loginPage(SELF)
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(cookie)
                        .securityContextRepository(cookie)
                        .authorizationRequestRepository(begun)
                        .authorizationRequestResolver(beginning(registrations))
                        .authenticationSuccessHandler(comingBack)
                        .authenticationFailureHandler(comingBack))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(entry))
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(settings.open().toArray(String[]::new))
                        .permitAll()
                        .anyExchange()
                        .access(SignIn::mayPass))
                .addFilterAfter(limits.ofPrincipals(), SecurityWebFiltersOrder.AUTHORIZATION)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(ServerHttpSecurity.CsrfSpec::disable) // see door.OwnOrigin
                .logout(ServerHttpSecurity.LogoutSpec::disable) // see SignOut
                .build();
    }

    /** Whether a token that a script brought along is good, the service decides. */
    private static Mono<AuthorizationResult> mayPass(Mono<Authentication> who, AuthorizationContext context) {
        return SessionCookie.hasToken(context.getExchange())
                ? Mono.just(new AuthorizationDecision(true))
                : who.map(Authentication::isAuthenticated).defaultIfEmpty(false).map(AuthorizationDecision::new);
    }

    /** <code>GET /sign-in?returnTo=/…</code> begins a sign-in, also for somebody who is signed in already. */
    private static ServerOAuth2AuthorizationRequestResolver beginning(
            ReactiveClientRegistrationRepository registrations) {
        DefaultServerOAuth2AuthorizationRequestResolver standard =
                new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        standard.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new ServerOAuth2AuthorizationRequestResolver() {
            @Override
            public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
                return exchange.getRequest().getMethod() == HttpMethod.GET
                                && exchange.getRequest().getPath().value().equals(SELF)
                        ? resolve(exchange, REGISTRATION)
                        : Mono.empty();
            }

            @Override
            public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
                String returnTo =
                        LocalPath.orHome(exchange.getRequest().getQueryParams().getFirst("returnTo"));
                return standard.resolve(exchange, registration).map(request -> OAuth2AuthorizationRequest.from(request)
                        .attributes(attributes -> attributes.put(BegunSignIns.RETURN_TO, returnTo))
                        .build());
            }
        };
    }

    @Bean
    ClientRegistration clientRegistration(GatewaySettings settings) {
        GatewaySettings.Provider provider = settings.provider();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("gateway")
                .clientSecret(Objects.requireNonNull(settings.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.publicUrl()
                        .resolve("/login/oauth2/code/hoingo")
                        .toString())
                .scope("openid", "profile")
                .issuerUri(provider.issuer())
                .authorizationUri(provider.authorization())
                .tokenUri(provider.token())
                .jwkSetUri(provider.jwks())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(ClientRegistration registration) {
        return new InMemoryReactiveClientRegistrationRepository(registration);
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes(WebClient direct) {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(direct);
        return client;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes(WebClient direct) {
        WebClientReactiveRefreshTokenTokenResponseClient client =
                new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(direct);
        return client;
    }

    /** For our own calls: none of them may hang. */
    @Bean
    WebClient direct() {
        ConnectionProvider connections = ConnectionProvider.builder("direct")
                .maxConnections(100)
                .maxIdleTime(Duration.ofSeconds(10))
                .build();
        HttpClient http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2_000)
                .responseTimeout(Duration.ofSeconds(10));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }
}
