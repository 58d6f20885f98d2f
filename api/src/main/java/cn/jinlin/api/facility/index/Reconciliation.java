package cn.jinlin.api.facility.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import cn.jinlin.search.facility.FacilityIndex;
import cn.jinlin.search.facility.IndexUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares the index with the record by id and version, and puts what differs in line to be indexed again.
@Service
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final int PAGE = 5000;
    private static final int LOCK = 202;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FacilityOutbox outbox;
    private final FacilityIndex index;

    Reconciliation(JdbcClient jdbc, TransactionTemplate transaction, FacilityOutbox outbox, FacilityIndex index) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.index = index;
    }

    /// Once an hour, on whichever node gets there first.
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void mendHourly() {
        try {
            transaction.executeWithoutResult(_ -> {
                if (jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
                    mend();
                }
            });
        } catch (IndexUnavailableException away) {
            log.info("The index is away; it will be compared in an hour");
        }
    }

    /// @return number of facilities that differed
    /// @throws IndexUnavailableException when the index cannot be asked now
    public long mend() {
        long mended = 0;
        long from = 0;
        while (true) {
            List<FacilityIndex.Entry> indexed = index.listEntries(from, PAGE);
            // A short page is the last one: the record beyond it belongs to this round too.
            long to = indexed.size() < PAGE ? Long.MAX_VALUE : indexed.getLast().id();
            List<Long> different = different(from, to, indexed);
            if (!different.isEmpty()) {
                outbox.enqueue(different);
                removeUnknown(different);
                mended += different.size();
            }
            if (to == Long.MAX_VALUE) {
                break;
            }
            from = to;
        }
        if (mended > 0) {
            log.info("{} facilities differed between index and record and are being mended", mended);
        }
        return mended;
    }

    private List<Long> different(long from, long to, List<FacilityIndex.Entry> indexed) {
        Map<Long, Long> versions = new HashMap<>();
        indexed.forEach(entry -> versions.put(entry.id(), entry.version()));
        var different = new ArrayList<Long>();
        jdbc.sql("select id, version from facility where id > ? and id <= ? and in_service")
                .param(from)
                .param(to)
                .query(row -> {
                    Long version = versions.remove(row.getLong("id"));
                    if (version == null || version != row.getLong("version")) {
                        different.add(row.getLong("id"));
                    }
                });
        // What is left stands in the index but is not in service, or not in the record at all.
        different.addAll(versions.keySet());
        return different;
    }

    /// The outbox can only name facilities the record has; what it never had is removed here.
    private void removeUnknown(List<Long> ids) {
        List<Long> known = jdbc.sql("select id from facility where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query((row, _) -> row.getLong("id"))
                .list();
        List<FacilityIndex.Change> removals = ids.stream()
                .filter(id -> !known.contains(id)).<FacilityIndex
                        .Change>map(id -> new FacilityIndex.Change.Remove(id, Long.MAX_VALUE / 2))
                .toList();
        if (!removals.isEmpty()) {
            index.apply(removals, false);
        }
    }
}
