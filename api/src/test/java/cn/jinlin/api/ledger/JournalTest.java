package cn.jinlin.api.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalTest {

    private final JournalFixture fixture = new JournalFixture();
    private final Journal journal = fixture.journal;

    @Test
    void entriesAreNumberedWithoutGapsAndListedNewestFirst() {
        fixture.withEntries(2500);

        List<Entry> page = journal.list(null, 1000);
        assertThat(page).extracting(Entry::number).startsWith(2500L, 2499L).endsWith(1501L);
        assertThat(journal.list(1501L, 1000)).extracting(Entry::number).startsWith(1500L);
        assertThat(page.getFirst().payload()).isEqualTo("{\"entry\":2500}");
        assertThat(journal.verify()).extracting(Verdict::entries, Verdict::fault).containsExactly(2500L, null);
    }

    @Test
    void anEmptyJournalIsUnbroken() {
        assertThat(journal.verify()).extracting(Verdict::entries, Verdict::fault).containsExactly(0L, null);
    }

    @Test
    void anEntryOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> journal.append("trial.entry", "{}")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasRolledBackLeavesNoGap() {
        fixture.withEntries(3);
        fixture.transaction.executeWithoutResult(status -> {
            journal.append("trial.entry", "{}");
            status.setRollbackOnly();
        });
        fixture.withEntries(1);

        assertThat(journal.list(null, 10)).extracting(Entry::number).containsExactly(4L, 3L, 2L, 1L);
        assertThat(journal.verify().isUnbroken()).isTrue();
    }

    @Test
    void sixtyFourAppendersOnFourNodesMakeOneUnbrokenChainOfAllThatWasAcknowledged()
            throws InterruptedException, ExecutionException {
        var appending = new AtomicBoolean(true);
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> nodes = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                Journal own = fixture.journals.get(journal.name());
                nodes.add(threads.submit(() -> {
                    while (appending.get()) {
                        own.chain();
                    }
                    own.chain();
                }));
            }
            List<Future<?>> appenders = new ArrayList<>();
            for (int appender = 0; appender < 64; appender++) {
                appenders.add(threads.submit(() -> {
                    begin.await();
                    for (int entry = 0; entry < 10; entry++) {
                        fixture.transaction
                                .executeWithoutResult(_ -> journal.append("trial.entry", "{\"by\":\"an appender\"}"));
                    }
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> appender : appenders) {
                appender.get();
            }
            appending.set(false);
            for (Future<?> node : nodes) {
                node.get();
            }
        }
        assertThat(journal.verify()).extracting(Verdict::entries, Verdict::fault).containsExactly(640L, null);
        assertThat(fixture.sql.sql("select count(distinct id) from journal_entry").query(Long.class).single())
                .isEqualTo(640);
    }

    @Test
    void erasingWhatAnEntrySaysBreaksNoChainAndIsOnRecord() {
        fixture.withEntries(3);
        long id = journal.list(null, 3).get(1).id();

        Boolean erased = fixture.transaction.execute(_ -> journal.erase(id));
        journal.chain();

        assertThat(erased).isTrue();
        assertThat(fixture.sql.sql("select count(*) from journal_payload where payload like '%:2}'")
                .query(Long.class)
                .single()).isZero();
        assertThat(journal.list(null, 10)).extracting(Entry::payload)
                .containsExactly("{\"entry\":" + id + "}", "{\"entry\":3}", null, "{\"entry\":1}");
        assertThat(journal.verify()).extracting(Verdict::entries, Verdict::erased, Verdict::fault)
                .containsExactly(4L, 1L, null);
        Boolean again = fixture.transaction.execute(_ -> journal.erase(id));
        assertThat(again).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal_entry set kind = 'other'", "delete from journal_entry",
        "truncate journal_entry", "update journal_payload set payload = '{}'", "delete from journal_payload",
        "truncate journal_payload", "delete from journal_head", "update journal_head set number = 0",
        "delete from journal_inbox", "update journal_inbox set kind = 'other'", "truncate journal_inbox"})
    void theRecordItselfRefusesToChangeAJournal(String statement) {
        fixture.withEntries(2);
        fixture.transaction.executeWithoutResult(_ -> journal.append("trial.entry", "{}"));

        assertThatThrownBy(() -> fixture.sql.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void anEntryIsHashedAsDocumented() {
        var link = new Link();
        byte[] hash = link.hash(Link.genesis("audit"), 1, 7, 1_790_647_200_000_000L,
                Link.digest(new byte[16], "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "facility.close".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(new Head("audit", 1, hash).fingerprint())
                .isEqualTo("ec2b388b14b1b6d8f1d79b32d688fccd98ca1d57872dd1521147ebd9e7633415");
    }
}
