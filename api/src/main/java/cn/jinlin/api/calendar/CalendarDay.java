package cn.jinlin.api.calendar;

import java.time.LocalDate;
import java.util.Locale;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// A day that the State Council's calendar names.
///
/// @param isOffDay true: day off; false: make-up working day
public record CalendarDay(LocalDate date, String name, @Nullable String nameEn, boolean isOffDay) {

    String name(Locale locale) {
        return Languages.pick(locale, name, nameEn);
    }
}
