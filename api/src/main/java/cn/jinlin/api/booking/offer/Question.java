package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// Something asked when booking.
///
/// @param code stable; what an answer names
/// @param choices in order; empty unless the kind is CHOICE
public record Question(String code, String zh, @Nullable String en, Kind kind, List<Choice> choices, boolean required) {

    public Question {
        // Absent in the record where the kind has none.
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /// How it is answered: YES or NO, own words, a choice's code.
    public enum Kind {
        YES_NO, TEXT, CHOICE
    }

    /// One of several answers.
    ///
    /// @param code stable; what an answer gives
    public record Choice(String code, String zh, @Nullable String en) {

        public String text(Locale locale) {
            return Languages.pick(locale, zh, en);
        }
    }

    public String text(Locale locale) {
        return Languages.pick(locale, zh, en);
    }
}
