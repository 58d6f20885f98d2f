package cn.jinlin.api.facility;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /// @return those there are, by id
    Map<Long, Facility> list(Collection<Long> ids) {
        Map<String, Facility> found = cache.findAll(ids.stream().map(String::valueOf).toList(), this::load);
        return found.values().stream().collect(Collectors.toMap(Facility::id, Function.identity()));
    }

    private Map<String, Facility> load(Collection<String> ids) {
        return facilities.list(ids.stream().map(Long::valueOf).toList())
                .stream()
                .collect(Collectors.toMap(facility -> Long.toString(facility.id()), Function.identity()));
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
