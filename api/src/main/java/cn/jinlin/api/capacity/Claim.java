package cn.jinlin.api.capacity;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Places of a slot that somebody holds or has.
///
/// @param places 1 to 100
/// @param heldUntil when a hold lapses; null once the places are taken
public record Claim(UUID id, long slot, Pool pool, int places, UUID holder, @Nullable Instant heldUntil) {

    public boolean isHold() {
        return heldUntil != null;
    }
}
