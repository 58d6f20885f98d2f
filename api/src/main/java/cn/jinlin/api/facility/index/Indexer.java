package cn.jinlin.api.facility.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.search.facility.FacilityIndex;
import cn.jinlin.search.facility.FacilityIndex.Change;
import cn.jinlin.search.facility.FacilityIndex.Refusal;
import cn.jinlin.search.facility.IndexUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Carries changes from the outbox to the index. Any number of nodes share the work.
@Component
class Indexer {

    private static final Logger log = LoggerFactory.getLogger(Indexer.class);
    private static final int BATCH = 500;
    /// A batch this small is somebody's change, to be seen at once; a larger one is an import, and may wait for a refresh.
    private static final int SEEN_AT_ONCE = 100;

    private final FacilityOutbox outbox;
    private final Facilities facilities;
    private final FacilityDocuments documents;
    private final FacilityIndex index;
    private boolean exists;

    Indexer(FacilityOutbox outbox, Facilities facilities, FacilityDocuments documents, FacilityIndex index) {
        this.outbox = outbox;
        this.facilities = facilities;
        this.documents = documents;
        this.index = index;
    }

    /// Empties the outbox.
    ///
    /// @return false when the index cannot be asked now
    boolean drain() {
        if (!exists && !makeSureItExists()) {
            return false;
        }
        List<FacilityOutbox.Entry> entries = outbox.lease(BATCH);
        while (!entries.isEmpty()) {
            if (!carry(entries)) {
                return false;
            }
            entries = outbox.lease(BATCH);
        }
        return true;
    }

    private boolean makeSureItExists() {
        try {
            index.ensureExists();
            exists = true;
        } catch (IndexUnavailableException away) {
            log.debug("The index is away: {}", away.getMessage());
        }
        return exists;
    }

    private boolean carry(List<FacilityOutbox.Entry> entries) {
        try {
            carryWhole(entries);
            return true;
        } catch (IndexUnavailableException away) {
            log.debug("The index is away: {}", away.getMessage());
            // It may come back empty.
            exists = false;
            outbox.giveBack(entries);
            return false;
        }
    }

    /// Carries entries together; where one of them cannot be carried, the halves apart, down to that one, so that an odd
    /// record is noted by itself and holds nobody up.
    private void carryWhole(List<FacilityOutbox.Entry> entries) {
        try {
            List<Refusal> refusals = index.apply(changes(entries), entries.size() <= SEEN_AT_ONCE);
            Set<Long> refused = refusals.stream().map(Refusal::id).collect(Collectors.toSet());
            outbox.done(entries.stream().filter(entry -> !refused.contains(entry.facilityId())).toList());
            refusals.forEach(refusal -> outbox.refused(refusal.id(), refusal.reason()));
        } catch (IndexUnavailableException | DataAccessException engineAway) {
            throw engineAway;
        } catch (RuntimeException odd) {
            if (entries.size() == 1) {
                log.warn("Facility {} cannot be indexed: {}", entries.getFirst().facilityId(), String.valueOf(odd));
                outbox.refused(entries.getFirst().facilityId(), String.valueOf(odd.getMessage()));
            } else {
                carryWhole(entries.subList(0, entries.size() / 2));
                carryWhole(entries.subList(entries.size() / 2, entries.size()));
            }
        }
    }

    /// The record as it is now, which may already be newer than the entry: versions keep that in order.
    private List<Change> changes(List<FacilityOutbox.Entry> entries) {
        Map<Long, Facility> current = facilities.list(entries.stream().map(FacilityOutbox.Entry::facilityId).toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
        var changes = new ArrayList<Change>(entries.size());
        for (FacilityOutbox.Entry entry : entries) {
            Facility facility = current.get(entry.facilityId());
            changes.add(facility != null && facility.inService()
                    ? new Change.Put(documents.of(facility))
                    : new Change.Remove(entry.facilityId(), facility == null ? entry.version() : facility.version()));
        }
        return changes;
    }
}
