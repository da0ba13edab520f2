package vn.hoingo.gateway.session;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The route filter <code>SessionToken</code>: gives the service the token of who is signed in. */
@Component
class SessionTokenGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private final SessionCookie cookie;
    private final FreshTokens tokens;
    private final ServerAuthenticationEntryPoint signIn;

    SessionTokenGatewayFilterFactory(SessionCookie cookie, FreshTokens tokens, ServerAuthenticationEntryPoint signIn) {
        super(Object.class);
        this.cookie = cookie;
        this.tokens = tokens;
        this.signIn = signIn;
    }

    @Override
    public GatewayFilter apply(Object config) {
        return (exchange, chain) -> cookie.session(exchange)
                .flatMap(tokens::of)
                .map(session -> chain.filter(withToken(exchange, session)))
                .defaultIfEmpty(chain.filter(exchange))
                .onErrorResume(SessionEnded.class, e -> Mono.just(signIn.commence(exchange, e)))
                .flatMap(way -> way);
    }

    private static ServerWebExchange withToken(ServerWebExchange exchange, Session session) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(session.accessToken())))
                .build();
    }
}
