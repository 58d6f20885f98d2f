package cn.jinlin.api.graphql;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import reactor.core.publisher.Mono;

/// Tells HTTP of a GraphQL refusal for asking too often: when to come again and, where nothing was answered, status 429.
@Component
class RetryAfter extends OncePerRequestFilter implements WebGraphQlInterceptor {

    private static final String REFUSED = RetryAfter.class.getName();

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).doOnNext(response -> {
            if (!response.getErrors().isEmpty()) {
                tell(response);
            }
        });
    }

    private static void tell(WebGraphQlResponse response) {
        response.getErrors()
                .stream()
                .filter(error -> TooManyRequests.CODE.equals(error.getExtensions().get("code")))
                .map(error -> Objects.toString(error.getExtensions().get(TooManyRequests.SECONDS)))
                .findFirst()
                .ifPresent(seconds -> {
                    response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, seconds);
                    RequestAttributes http = RequestContextHolder.getRequestAttributes();
                    if (http != null && response.getExecutionResult().getData() == null) {
                        http.setAttribute(REFUSED, true, RequestAttributes.SCOPE_REQUEST);
                    }
                });
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/graphql");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                super.setStatus(request.getAttribute(REFUSED) == null ? status : HttpStatus.TOO_MANY_REQUESTS.value());
            }
        });
    }
}
