package vn.hoingo.doors;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * How a service asks another one: under its own name, at the moment of use. What is not reachable is said by {@link
 * org.springframework.web.client.ResourceAccessException}, which a request answers with 503 and a reaction waits for.
 */
public final class ServiceCalls {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(5);

    private final Environment environment;
    private final RestClient.Builder builder;

    ServiceCalls(Environment environment, RestClient.Builder builder) {
        this.environment = environment;
        this.builder = builder;
    }

    /**
     * A client of another service.
     *
     * @param service its name, such as {@code delegations}; its address is in {@code HOINGO_DELEGATIONS_URL}
     * @param door an interface of {@code @HttpExchange} methods; a question about people states its purpose by the header
     *     {@code X-Purpose}
     */
    public <T> T client(String service, Class<T> door) {
        RestClient client = builder.clone()
                .requestFactory(connections())
                .baseUrl(environment.getRequiredProperty(
                        "HOINGO_" + service.toUpperCase(java.util.Locale.ROOT) + "_URL"))
                .requestInterceptor(inOwnName())
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(door);
    }

    private OAuth2ClientHttpRequestInterceptor inOwnName() {
        String name = environment.getRequiredProperty("spring.application.name");
        ClientRegistration registration = ClientRegistration.withRegistrationId(name)
                .clientId(name)
                .clientSecret(environment.getProperty("HOINGO_CLIENT_SECRET", ""))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(environment.getProperty("HOINGO_TOKEN_URL", "http://localhost:8086/oauth2/token"))
                .build();
        InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        AuthorizedClientServiceOAuth2AuthorizedClientManager tokens =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                        registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        tokens.setAuthorizedClientProvider(new ClientCredentialsOAuth2AuthorizedClientProvider());
        Authentication self =
                new AnonymousAuthenticationToken(name, name, AuthorityUtils.createAuthorityList("ROLE_service"));
        OAuth2ClientHttpRequestInterceptor interceptor = new OAuth2ClientHttpRequestInterceptor(tokens);
        interceptor.setClientRegistrationIdResolver(request -> name);
        interceptor.setPrincipalResolver(request -> self);
        return interceptor;
    }

    private static JdkClientHttpRequestFactory connections() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        factory.setReadTimeout(ANSWERING);
        return factory;
    }
}
