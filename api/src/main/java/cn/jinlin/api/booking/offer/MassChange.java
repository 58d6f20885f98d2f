package cn.jinlin.api.booking.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Many appointments of a schedule that are moved or cancelled, one after another.
///
/// @param actor who ordered it, as a token's subject
/// @param doneAt when the last was done; null while it goes on
/// @param total how many appointments
/// @param done of them moved or cancelled
/// @param left of them as they were, because it could not be done
record MassChange(UUID id, long schedule, Act act, MassReason reason, String actor, Instant createdAt,
        @Nullable Instant doneAt, int total, int done, int left) {

    static final String TYPE = "MassChange";

    enum Act {
        /// To the nearest free place of the same service at the same facility.
        MOVE, CANCEL
    }

    /// One that could not be done.
    ///
    /// @param code of the refusal
    record Left(UUID appointment, String number, Instant startsAt, String code) {}

    /// Which appointments: those named, or else all of the schedule that begin within a span.
    ///
    /// @param outside only such as the schedule has no hours for
    record Which(List<UUID> named, @Nullable Instant from, @Nullable Instant to, boolean outside) {}
}
