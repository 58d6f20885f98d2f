package cn.jinlin.api.booking.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// Where people are served.
///
/// @param ordinal among the facility's counters, from 1
/// @param services ids of those it serves; empty for all
/// @param openOn the day on which somebody works there: a counter that nobody closed does not open by itself the next day
record Counter(UUID id, long facility, int ordinal, String name, @Nullable String nameEn, List<Long> services,
        @Nullable LocalDate openOn) {

    static final String TYPE = "DeskCounter";

    String name(Locale locale) {
        return Languages.pick(locale, name, nameEn);
    }

    boolean isOpenOn(LocalDate day) {
        return day.equals(openOn);
    }

    /// What numbers drawn there without a connection begin with.
    public String offlinePrefix() {
        return "F" + ordinal + "-";
    }

    boolean mayCall(Waiting one) {
        return one.counter() == null
                ? services.isEmpty() || services.contains(one.service())
                : one.counter().equals(id);
    }
}
