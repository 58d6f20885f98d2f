package cn.jinlin.api.booking.appointment;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Interval;
import org.jspecify.annotations.Nullable;

/// Places, or a span of a court or room, that a resident holds for some minutes.
///
/// @param slot null for a court or room
public record Hold(UUID id, @Nullable Long slot, int places, Instant heldUntil) {

    static Hold of(Claim claim) {
        return new Hold(claim.id(), claim.slot(), claim.places(), until(claim.heldUntil()));
    }

    static Hold of(Interval interval) {
        return new Hold(interval.id(), null, 1, until(interval.heldUntil()));
    }

    private static Instant until(@Nullable Instant heldUntil) {
        if (heldUntil == null) {
            throw new IllegalStateException("Not a hold");
        }
        return heldUntil;
    }
}
