package cn.jinlin.api.security.socket;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import cn.jinlin.api.security.web.PortalCookies;
import cn.jinlin.api.security.web.TokenRoles;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.graphql.server.webmvc.AuthenticationWebSocketInterceptor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import reactor.core.publisher.Mono;

/// Whose a socket is. Its token comes in the payload of `connection_init` as `Authorization: Bearer …`, or in that header
/// of the handshake, or for the portal in its cookie, which the guard lets pass from its own origin only.
///
/// Without a good token the socket is closed with 4401: nothing is told live that visitors may hear.
class SocketSignIn implements WebSocketGraphQlInterceptor {

    /// Attribute of the socket.
    static final String TOKEN = "jinlin.token";
    private static final String BEARER = "Bearer ";

    private final AuthenticationWebSocketInterceptor signedIn;
    private final PortalCookies cookies;
    private final JwtDecoder tokens;

    SocketSignIn(JwtDecoder tokens, PortalCookies cookies) {
        this.tokens = tokens;
        this.cookies = cookies;
        var provider = new JwtAuthenticationProvider(tokens);
        provider.setJwtAuthenticationConverter(TokenRoles.converter());
        signedIn = new AuthenticationWebSocketInterceptor(new BearerTokenAuthenticationExtractor(),
                new ProviderManager(provider));
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo socket, Map<String, Object> payload) {
        String token = findToken(socket, payload).orElse(null);
        if (token == null) {
            return Mono.error(new InvalidBearerTokenException("A socket needs a sign-in"));
        }
        return Mono.defer(() -> {
            tokens.decode(token);
            socket.getAttributes().put(TOKEN, token);
            Map<String, Object> signed = new HashMap<>(payload);
            signed.put(BearerTokenAuthenticationExtractor.AUTHORIZATION_KEY, BEARER + token);
            return signedIn.handleConnectionInitialization(socket, signed);
        });
    }

    private Optional<String> findToken(WebSocketSessionInfo socket, Map<String, Object> payload) {
        return bearer(payload.get(BearerTokenAuthenticationExtractor.AUTHORIZATION_KEY))
                .or(() -> bearer(socket.getHeaders().getFirst(HttpHeaders.AUTHORIZATION)))
                .or(() -> cookies.findAccess(socket.getHeaders()));
    }

    private static Optional<String> bearer(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof String text && text.startsWith(BEARER)
                ? Optional.of(text.substring(BEARER.length()))
                : Optional.empty();
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return signedIn.intercept(request, chain);
    }
}
