package cn.jinlin.api.facility.index;

import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;

import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.search.facility.FacilityIndex;
import org.springframework.stereotype.Service;

/// Makes the index anew from the record while the old one goes on answering.
@Service
public class Reindexing {

    private final Facilities facilities;
    private final FacilityDocuments documents;
    private final FacilityIndex index;
    private final FacilityOutbox outbox;
    private final Reconciliation reconciliation;

    Reindexing(Facilities facilities, FacilityDocuments documents, FacilityIndex index, FacilityOutbox outbox,
            Reconciliation reconciliation) {
        this.facilities = facilities;
        this.documents = documents;
        this.index = index;
        this.outbox = outbox;
        this.reconciliation = reconciliation;
    }

    /// Rebuilds, swaps, and then mends what changed on the way: until the swap, changes went to the old index. A facility
    /// that cannot be read is left out, and put in line so that the indexer notes it for `doctor`.
    ///
    /// @param progress told the number of facilities done so far
    /// @return number of facilities in the new index
    public long rebuild(LongConsumer progress) {
        long count = 0;
        Collection<Long> unreadable;
        try (FacilityIndex.Rebuild rebuild = index.startRebuild(); var pages = new InServicePages(facilities)) {
            for (List<Facility> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                rebuild.add(page.stream().map(documents::of).toList());
                count += page.size();
                progress.accept(count);
            }
            unreadable = pages.unreadable();
            count = rebuild.swap();
        }
        outbox.enqueue(unreadable);
        reconciliation.mend();
        return count;
    }
}
