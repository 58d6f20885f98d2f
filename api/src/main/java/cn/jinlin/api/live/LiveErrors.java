package cn.jinlin.api.live;

import java.util.Map;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import graphql.GraphQLError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Turns what ends a stream, or keeps it from beginning, into an error with a stable code: the same codes as elsewhere.
@Component
class LiveErrors extends SubscriptionExceptionResolverAdapter {

    private static final Logger log = LoggerFactory.getLogger(LiveErrors.class);

    private final Messages messages;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    LiveErrors(Messages messages) {
        this.messages = messages;
        setThreadLocalContextAware(true);
    }

    @Override
    protected GraphQLError resolveToSingleError(Throwable thrown) {
        return switch (thrown) {
            case SlowClientException _ -> error(ErrorType.BAD_REQUEST, "SLOW_CLIENT", Map.of());
            case BadInput bad -> error(ErrorType.BAD_REQUEST, bad.reason(),
                    Map.of("code", "BAD_INPUT", "field", bad.field(), "reason", bad.reason()),
                    bad.arguments().toArray());
            case AuthenticationException _ -> error(ErrorType.UNAUTHORIZED, "UNAUTHORIZED", Map.of());
            case AccessDeniedException _ -> isAnonymous()
                    ? error(ErrorType.UNAUTHORIZED, "UNAUTHORIZED", Map.of())
                    : error(ErrorType.FORBIDDEN, "FORBIDDEN", Map.of());
            default -> {
                log.error("A subscription ended unexpectedly", thrown);
                yield error(ErrorType.INTERNAL_ERROR, "SUBSCRIPTION_ENDED", Map.of());
            }
        };
    }

    private boolean isAnonymous() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || trust.isAnonymous(authentication);
    }

    private GraphQLError error(ErrorType type, String message, Map<String, Object> extensions, Object... arguments) {
        return GraphQLError.newError()
                .errorType(type)
                .message("%s", messages.get(message, LocaleContextHolder.getLocale(), arguments))
                .extensions(extensions.isEmpty() ? Map.of("code", message) : extensions)
                .build();
    }
}
