package cn.jinlin.api.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes committed entries from the inbox into their chains. Any number of nodes may do so: a chain's head is locked by
/// one at a time, and only chaining ever waits for it.
@Component
class Chaining {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final HeadSeal seal;

    Chaining(JdbcClient jdbc, JdbcTemplate template, PlatformTransactionManager transactions, HeadSeal seal) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
        // A caller's own transaction must not hold the head for longer than chaining takes.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.seal = seal;
    }

    private static final class Waiting {
        private final long id;
        private final long micros;
        private final byte[] kind;
        private final byte[] digest;

        Waiting(ResultSet row) throws SQLException {
            id = row.getLong("id");
            micros = micros(row.getObject("at", OffsetDateTime.class).toInstant());
            kind = row.getString("kind").getBytes(StandardCharsets.UTF_8);
            digest = row.getBytes("digest");
        }
    }

    /// Chains all that is committed, of every journal.
    ///
    /// @return true, as it never has to be tried again later
    boolean chainAll() {
        jdbc.sql("select distinct journal from journal_inbox").query(String.class).list().forEach(this::chain);
        return true;
    }

    /// Chains all that is committed, of one journal.
    void chain(String journal) {
        int chained;
        do {
            chained = Objects.requireNonNull(transaction.execute(_ -> chainBatch(journal)));
        } while (chained == BATCH);
    }

    private int chainBatch(String journal) {
        Head head = lock(journal);
        List<Waiting> waiting = jdbc
                .sql("select id, at, kind, digest from journal_inbox where journal = ? order by id limit ?")
                .params(journal, BATCH)
                .query((row, _) -> new Waiting(row))
                .list();
        if (waiting.isEmpty()) {
            return 0;
        }
        var link = new Link();
        int size = waiting.size();
        var ids = new Long[size];
        var previous = new byte[size][];
        var hashes = new byte[size][];
        byte[] last = head.hash();
        for (int i = 0; i < size; i++) {
            Waiting entry = waiting.get(i);
            ids[i] = entry.id;
            previous[i] = last;
            last = link.hash(last, head.number() + 1 + i, entry.id, entry.micros, entry.digest,
                    entry.kind);
            hashes[i] = last;
        }
        write(journal, head.number(), ids, previous, hashes);
        move(new Head(journal, head.number() + size, last));
        return size;
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private Head lock(String journal) {
        return findLocked(journal).orElseGet(() -> {
            Head beginning = Head.beginning(journal);
            jdbc.sql("""
                    insert into journal_head (journal, number, hash, seal) values (:journal, 0, :hash, :seal)
                    on conflict (journal) do nothing""")
                    .param("journal", journal)
                    .param("hash", beginning.hash())
                    .param("seal", seal.of(beginning))
                    .update();
            return findLocked(journal).orElseThrow();
        });
    }

    private Optional<Head> findLocked(String journal) {
        return jdbc.sql("select number, hash from journal_head where journal = ? for no key update")
                .param(journal)
                .query((row, _) -> new Head(journal, row.getLong("number"), row.getBytes("hash")))
                .optional();
    }

    private void write(String journal, long after, Long[] ids, byte[][] previous, byte[][] hashes) {
        template.execute((ConnectionCallback<Integer>) connection -> {
            try (var entries = connection.prepareStatement("""
                    insert into journal_entry (journal, number, id, at, kind, digest, previous, hash)
                    select i.journal, ? + chained.place, i.id, i.at, i.kind, i.digest, chained.previous, chained.hash
                    from unnest(?, ?, ?) with ordinality as chained (id, previous, hash, place)
                    join journal_inbox i on i.id = chained.id and i.journal = ?""");
                    var payloads = connection.prepareStatement("""
                            insert into journal_payload (journal, number, salt, payload)
                            select i.journal, ? + chained.place, i.salt, i.payload
                            from unnest(?) with ordinality as chained (id, place)
                            join journal_inbox i on i.id = chained.id and i.journal = ?""");
                    var inbox = connection.prepareStatement("delete from journal_inbox where id = any (?)")) {
                var idArray = connection.createArrayOf("bigint", ids);
                entries.setLong(1, after);
                entries.setArray(2, idArray);
                entries.setArray(3, bytes(connection, previous));
                entries.setArray(4, bytes(connection, hashes));
                entries.setString(5, journal);
                payloads.setLong(1, after);
                payloads.setArray(2, idArray);
                payloads.setString(3, journal);
                inbox.setArray(1, idArray);
                int written = entries.executeUpdate();
                int beside = payloads.executeUpdate();
                int taken = inbox.executeUpdate();
                if (written != ids.length || beside != ids.length || taken != ids.length) {
                    throw new IllegalStateException("Of %d entries %d were chained and %d taken"
                            .formatted(ids.length, written, taken));
                }
                return written;
            }
        });
    }

    private static Array bytes(Connection connection, byte[][] values) throws SQLException {
        return connection.createArrayOf("bytea", values);
    }

    private void move(Head head) {
        jdbc.sql("update journal_head set number = :number, hash = :hash, seal = :seal where journal = :journal")
                .param("number", head.number())
                .param("hash", head.hash())
                .param("seal", seal.of(head))
                .param("journal", head.journal())
                .update();
    }
}
