package cn.jinlin.api.facility.index;

import java.util.List;
import java.util.function.LongConsumer;

import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.search.facility.FacilityIndex;
import org.springframework.stereotype.Service;

/// Makes the index anew from the record while the old one goes on answering.
@Service
public class Reindexing {

    private static final int PAGE = 1000;

    private final Facilities facilities;
    private final FacilityDocuments documents;
    private final FacilityIndex index;
    private final Reconciliation reconciliation;

    Reindexing(Facilities facilities, FacilityDocuments documents, FacilityIndex index, Reconciliation reconciliation) {
        this.facilities = facilities;
        this.documents = documents;
        this.index = index;
        this.reconciliation = reconciliation;
    }

    /// Rebuilds, swaps, and then mends what changed on the way: until the swap, changes went to the old index.
    ///
    /// @param progress told the number of facilities done so far
    /// @return number of facilities in the new index
    public long rebuild(LongConsumer progress) {
        long count = 0;
        try (FacilityIndex.Rebuild rebuild = index.startRebuild()) {
            long last = 0;
            for (List<Facility> page = facilities.listInService(last, PAGE); !page.isEmpty(); page = facilities
                    .listInService(last, PAGE)) {
                rebuild.add(page.stream().map(documents::of).toList());
                last = page.getLast().id();
                count += page.size();
                progress.accept(count);
            }
            count = rebuild.swap();
        }
        reconciliation.mend();
        return count;
    }
}
