package cn.jinlin.api.booking.release;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A place in the line of a waiting room.
///
/// @param number pseudonymous; what is drawn
/// @param place from 1; null until the order was drawn
/// @param admittedAt from then on places can be held; null until the order was drawn
record ReleaseTicket(UUID id, UUID release, long number, @Nullable Integer place, @Nullable Instant admittedAt) {

    static final String TYPE = "ReleaseTicket";

    enum State {
        BEFORE_THE_HOUR, IN_LINE, ADMITTED
    }

    State stateAt(Instant now) {
        if (admittedAt == null) {
            return State.BEFORE_THE_HOUR;
        }
        return now.isBefore(admittedAt) ? State.IN_LINE : State.ADMITTED;
    }
}
