package cn.jinlin.api.booking.release;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A chance in a lottery.
///
/// @param number pseudonymous; what is drawn
/// @param person null once they were erased
/// @param place in the order drawn, from 1; null before
/// @param claim the hold of whoever won; null otherwise
/// @param heldUntil while that hold stands
record LotteryEntry(UUID id, UUID release, long slot, long number, @Nullable UUID person, @Nullable UUID actor,
        @Nullable UUID proxy, int party, State state, @Nullable Integer place, @Nullable UUID claim,
        @Nullable Instant heldUntil) {

    static final String TYPE = "LotteryEntry";

    enum State {
        ENTERED,
        /// A place is held for the person, or was.
        WON,
        /// In the line for the slot, in the order drawn.
        WAITING, LEFT
    }
}
