package cn.jinlin.api.graphql;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Turns what a field throws into an error with a stable code. What nobody expected carries a trace number and no detail.
@Component
class ErrorResolver extends DataFetcherExceptionResolverAdapter {

    private static final Logger log = LoggerFactory.getLogger(ErrorResolver.class);

    private final Messages messages;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    ErrorResolver(Messages messages) {
        this.messages = messages;
        setThreadLocalContextAware(true);
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment env) {
        return switch (thrown) {
            case BadInput bad -> error(env, ErrorType.BAD_REQUEST,
                    messages.get(bad.reason(), env.getLocale(), bad.arguments().toArray()),
                    Map.of("code", "BAD_INPUT", "field", bad.field(), "reason", bad.reason()));
            case TooManyRequests often -> error(env, ErrorType.FORBIDDEN,
                    messages.get(TooManyRequests.CODE, env.getLocale(), often.secondsToWait()),
                    Map.of("code", TooManyRequests.CODE, TooManyRequests.SECONDS, often.secondsToWait()));
            case AuthenticationException _ -> notSignedIn(env);
            case AccessDeniedException _ -> isAnonymous()
                    ? notSignedIn(env)
                    : error(env, ErrorType.FORBIDDEN,
                            messages.get("FORBIDDEN", env.getLocale()), Map.of("code", "FORBIDDEN"));
            default -> unexpected(thrown, env);
        };
    }

    private GraphQLError notSignedIn(DataFetchingEnvironment env) {
        return error(env, ErrorType.UNAUTHORIZED, messages.get("UNAUTHORIZED", env.getLocale()),
                Map.of("code", "UNAUTHORIZED"));
    }

    private boolean isAnonymous() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || trust.isAnonymous(authentication);
    }

    private GraphQLError unexpected(Throwable thrown, DataFetchingEnvironment env) {
        String trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        // The path, never the arguments: those may be personal.
        log.error("Unexpected failure {} at {}", trace, env.getExecutionStepInfo().getPath(), thrown);
        return error(env, ErrorType.INTERNAL_ERROR, messages.get("INTERNAL_ERROR", env.getLocale(), trace),
                Map.of("code", "INTERNAL_ERROR", "traceId", trace));
    }

    private static GraphQLError error(DataFetchingEnvironment env, ErrorType type, String message,
            Map<String, Object> extensions) {
        return GraphQLError.newError()
                .errorType(type)
                .message("%s", message)
                .path(env.getExecutionStepInfo().getPath())
                .location(env.getField().getSourceLocation())
                .extensions(extensions)
                .build();
    }
}
