package cn.jinlin.api.booking.attendance;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Why an absence should not count, in the person's words, and what was decided.
///
/// @param number its place in lists, in the order of making
/// @param person null once they were erased
/// @param actor who wrote it; null once they were erased
/// @param text null once they were erased
/// @param reason for the person to read; null while open
record Appeal(UUID id, long number, UUID absence, long facility, @Nullable UUID person, @Nullable UUID actor,
        @Nullable String text, State state, Instant createdAt, @Nullable Instant decidedAt, @Nullable String reason) {

    static final String TYPE = "Appeal";

    /// How far it is.
    enum State {
        OPEN, ACCEPTED, REJECTED
    }

    /// Tells nothing: what somebody wrote belongs in no log.
    @Override
    public String toString() {
        return "Appeal[" + id + ']';
    }
}
