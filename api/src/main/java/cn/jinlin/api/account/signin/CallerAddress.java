package cn.jinlin.api.account.signin;

import java.net.InetSocketAddress;
import java.util.Map;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells fields from where a request came, for limits alone.
@Component
public class CallerAddress implements WebGraphQlInterceptor {

    /// Key in the request's context: the address as text, empty when unknown.
    public static final String KEY = "jinlin.callerAddress";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        InetSocketAddress remote = request.getRemoteAddress();
        String address = remote == null || remote.getAddress() == null ? "" : remote.getAddress().getHostAddress();
        request.configureExecutionInput((_, input) -> input.graphQLContext(Map.of(KEY, address)).build());
        return chain.next(request);
    }
}
