package cn.jinlin.api.facility;

import java.time.Duration;
import java.util.Optional;

import cn.jinlin.api.cache.ReadCache;
import cn.jinlin.api.cache.ReadCaches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Facilities as their pages show them, kept near until they change.
@Component
class FacilityPages {

    /// An upper bound only: a change drops the page at once. Exceptions of past days leave with it.
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Facilities facilities;
    private final ReadCache<Facility> cache;

    FacilityPages(Facilities facilities, ReadCaches caches) {
        this.facilities = facilities;
        this.cache = caches.create("facility", Facility.class, LIFE);
    }

    Optional<Facility> find(long id) {
        return cache.find(Long.toString(id), _ -> facilities.find(id));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forget(FacilitiesChanged changed) {
        if (changed.ids().isEmpty()) {
            cache.clear();
        } else {
            changed.ids().forEach(id -> cache.evict(Long.toString(id)));
        }
    }
}
