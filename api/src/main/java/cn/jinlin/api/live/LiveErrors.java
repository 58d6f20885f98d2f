package cn.jinlin.api.live;

import java.util.Map;

import cn.jinlin.api.graphql.Messages;
import graphql.GraphQLError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/// Turns what ends a stream into an error with a stable code.
@Component
class LiveErrors extends SubscriptionExceptionResolverAdapter {

    private static final Logger log = LoggerFactory.getLogger(LiveErrors.class);

    private final Messages messages;

    LiveErrors(Messages messages) {
        this.messages = messages;
        setThreadLocalContextAware(true);
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable thrown) {
        if (thrown instanceof SlowClientException) {
            return error(ErrorType.BAD_REQUEST, "SLOW_CLIENT");
        }
        log.error("A subscription ended unexpectedly", thrown);
        return error(ErrorType.INTERNAL_ERROR, "SUBSCRIPTION_ENDED");
    }

    private GraphQLError error(ErrorType type, String code) {
        return GraphQLError.newError()
                .errorType(type)
                .message("%s", messages.get(code, LocaleContextHolder.getLocale()))
                .extensions(Map.of("code", code))
                .build();
    }
}
