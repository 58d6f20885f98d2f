package cn.jinlin.api.booking.offer;

import java.util.Locale;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// Something to bring along.
///
/// @param required without it nothing can be done
public record Material(String zh, @Nullable String en, boolean required) {

    public String name(Locale locale) {
        return Languages.pick(locale, zh, en);
    }
}
