package cn.jinlin.api.booking.attendance;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// An appointment to which nobody came.
///
/// @param person null once they were erased
/// @param missedAt its end: the rule counts from there
/// @param number of the appointment
record Absence(UUID id, UUID appointment, @Nullable UUID person, long facility, Instant missedAt, State state,
        String number, Instant startsAt, String serviceName, @Nullable String serviceNameEn) {

    static final String TYPE = "Absence";

    /// Whether it counts.
    enum State {
        COUNTED, EXEMPT, REMOVED
    }

    String serviceName(Locale locale) {
        return Languages.pick(locale, serviceName, serviceNameEn);
    }
}
