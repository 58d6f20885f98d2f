package cn.jinlin.api.booking.waitlist;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Somebody who waits for places in a slot.
///
/// @param position grows with time; who has less is offered first
/// @param person whose it is; null once they were erased
/// @param actor who joined for them, and holds what is offered
/// @param party so many places, 1 to 20
/// @param claim the hold that is the offer, once there was one
/// @param offeredUntil until when the offer stands; null unless it does
/// @param place in the line, 1 is next; null unless waiting
public record WaitlistEntry(UUID id, long position, long slot, @Nullable UUID person, @Nullable UUID actor, int party,
        State state, @Nullable UUID claim, @Nullable Instant offeredUntil, @Nullable Integer place) {

    /// How a place is waited for.
    public enum State {
        WAITING, OFFERED, TAKEN, LEFT, LAPSED
    }
}
