package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.PlacesFreed;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Slots that were seen full a moment ago. When wanted places go out, thousands ask for the same slot in one second: all
/// but the first of them are told from here. A place freed on this node is seen at once, one freed on another within a
/// quarter of a second.
@Component
class FullSlots {

    private static final Duration LIFE = Duration.ofMillis(250);
    private static final int MOST = 10_000;

    private final Cache<Long, Full> seen = Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(MOST).build();
    private final Places places;
    private final Clock clock;

    FullSlots(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /// @param holders who get their own hold back although it is full
    /// @param until when the first hold of it lapses, or kept places flow back; null for never
    private record Full(SlotRecord slot, Set<UUID> holders, @Nullable Instant until) {

        boolean isFor(int party, boolean priority, Instant now) {
            int free = Math.max(slot.freeFor(Pool.ONLINE, now), priority ? slot.freeFor(Pool.PRIORITY, now) : 0);
            return free < party && (until == null || now.isBefore(until));
        }
    }

    boolean isFull(long slot, UUID actor, int party, boolean priority) {
        Full full = seen.getIfPresent(slot);
        return full != null && full.isFor(party, priority, clock.instant()) && !full.holders().contains(actor);
    }

    /// Outside a transaction, after it was found full.
    void remember(SlotRecord slot) {
        List<Claim> holds = places.listHoldsOf(slot.id());
        Instant lapse = holds.stream()
                .map(Claim::heldUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        seen.put(slot.id(), new Full(slot, holds.stream().map(Claim::holder).collect(Collectors.toSet()), lapse));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void forget(PlacesFreed freed) {
        seen.invalidate(freed.slot());
    }
}
