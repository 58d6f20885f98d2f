package cn.jinlin.api.graphql;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Messages for people, by code and language. A missing message is a programming error and throws.
@Component
public class Messages {

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    public String get(String code, Locale locale, Object... arguments) {
        return source.getMessage(code, arguments, locale);
    }

    /// The refusal a [BadInput] stands for, as mutation payloads carry it.
    public UserError userError(BadInput refused, Locale locale) {
        return new UserError(refused.reason(), get(refused.reason(), locale, refused.arguments().toArray()),
                List.of(refused.field().split("\\.")));
    }

    /// Does what a mutation is for, and says in its payload either what came of it or why not.
    ///
    /// @param payload made of the outcome and no errors, or of null and the refusal
    public <T extends @Nullable Object, P> P tell(Supplier<T> act, BiFunction<@Nullable T, List<UserError>, P> payload,
            Locale locale) {
        try {
            return payload.apply(act.get(), List.of());
        } catch (BadInput refused) {
            return payload.apply(null, List.of(userError(refused, locale)));
        }
    }
}
