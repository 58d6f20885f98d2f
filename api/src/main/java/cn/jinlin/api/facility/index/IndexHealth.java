package cn.jinlin.api.facility.index;

import java.util.List;

import cn.jinlin.search.facility.FacilityIndex;
import cn.jinlin.search.facility.IndexUnavailableException;
import org.springframework.stereotype.Service;

/// How far the index is behind the record, for `doctor` and whoever watches the service.
@Service
public class IndexHealth {

    private static final int MOST_LISTED = 20;

    private final FacilityOutbox outbox;
    private final FacilityIndex index;

    IndexHealth(FacilityOutbox outbox, FacilityIndex index) {
        this.outbox = outbox;
        this.index = index;
    }

    /// @param waiting facilities on their way to the index
    /// @param givenUp facilities the index refused too often; a person must look
    public record Backlog(long waiting, long givenUp) {}

    /// A facility the index refused too often, with its last reason.
    public record DeadLetter(long facilityId, String reason) {}

    public Backlog backlog() {
        return outbox.backlog();
    }

    /// At most 20.
    public List<DeadLetter> listGivenUp() {
        return outbox.listGivenUp(MOST_LISTED);
    }

    /// Puts what was given up in line again.
    public void retryGivenUp() {
        outbox.enqueue(outbox.listGivenUp(Integer.MAX_VALUE).stream().map(DeadLetter::facilityId).toList());
    }

    public boolean canBeAsked() {
        try {
            index.ensureExists();
            return true;
        } catch (IndexUnavailableException away) {
            return false;
        }
    }
}
