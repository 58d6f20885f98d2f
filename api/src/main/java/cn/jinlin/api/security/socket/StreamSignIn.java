package cn.jinlin.api.security.socket;

import java.time.Duration;
import java.util.Optional;

import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Ends event streams as [OpenSockets] closes sockets: within a second of the token's expiry or the session's end. Whoever
/// still may hear comes again with a new token, and misses nothing by the cursor.
class StreamSignIn implements WebGraphQlInterceptor {

    private static final Duration LOOKS = Duration.ofSeconds(1);

    private final JwtDecoder tokens;

    StreamSignIn(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (request instanceof WebSocketGraphQlRequest) {
            return chain.next(request);
        }
        Optional<String> token = findToken();
        return token.isEmpty()
                ? chain.next(request)
                : chain.next(request).map(answer -> untilOver(answer, token.get()));
    }

    private static Optional<String> findToken() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken signedIn
                ? Optional.of(signedIn.getToken().getTokenValue())
                : Optional.empty();
    }

    private WebGraphQlResponse untilOver(WebGraphQlResponse answer, String token) {
        Object data = answer.getExecutionResult().getData();
        return data instanceof Publisher<?> stream
                ? answer.transform(changed -> changed.data(Flux.from(stream).takeUntilOther(over(token))))
                : answer;
    }

    private Flux<Long> over(String token) {
        return Flux.interval(LOOKS, Schedulers.boundedElastic()).onBackpressureDrop().filter(_ -> isOver(token));
    }

    private boolean isOver(String token) {
        try {
            tokens.decode(token);
            return false;
        } catch (JwtException | AuthenticationException overOrRecordAway) {
            return true;
        }
    }
}
