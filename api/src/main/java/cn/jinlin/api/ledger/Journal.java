package cn.jinlin.api.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// One append-only chain of entries.
///
/// Appending writes one row in the caller's transaction and waits for nobody; the entry is chained within moments of the
/// commit, in the order of commits as the chaining node sees them. What was rolled back was never there.
public final class Journal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int LONGEST_PAYLOAD = 100_000;
    private static final int MOST_PER_PAGE = 1000;
    private static final Pattern KIND = Pattern.compile("[a-z0-9.-]{1," + Link.KIND_BYTES + "}");

    private final String name;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Chaining chaining;
    private final Verifier verifier;

    Journal(String name, JdbcClient jdbc, Clock clock, Chaining chaining, Verifier verifier) {
        this.name = name;
        this.jdbc = jdbc;
        this.clock = clock;
        this.chaining = chaining;
        this.verifier = verifier;
    }

    public String name() {
        return name;
    }

    /// Adds an entry to the caller's transaction.
    ///
    /// @param kind what it records: 1 to 60 small letters, digits, dots and hyphens; chained, never erased
    /// @param payload a JSON object of at most 100,000 characters; only its salted digest is chained
    /// @return the entry's id, by which its payload can be erased
    /// @throws IllegalStateException outside a transaction: the entry would not stand or fall with what it records
    public long append(String kind, String payload) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An entry belongs to the transaction of what it records");
        }
        if (!KIND.matcher(kind).matches() || payload.length() > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("No entry of a journal: " + kind);
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                insert into journal_inbox (journal, at, kind, digest, salt, payload) values (?, ?, ?, ?, ?, ?)
                returning id""")
                .params(name, now.atOffset(ZoneOffset.UTC), kind,
                        Link.digest(salt, payload.getBytes(StandardCharsets.UTF_8)), salt, payload)
                .query(Long.class)
                .single();
    }

    /// Entries with numbers below a bound, the newest first.
    ///
    /// @param before exclusive; null for the newest
    /// @param most 1 to 1,000
    public List<Entry> list(@Nullable Long before, int most) {
        if (most < 1 || most > MOST_PER_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + MOST_PER_PAGE + " entries, not " + most);
        }
        return jdbc.sql("""
                select e.number, e.id, e.at, e.kind, p.payload
                from journal_entry e left join journal_payload p using (journal, number)
                where e.journal = ? and e.number < ? order by e.number desc limit ?""")
                .params(name, before == null ? Long.MAX_VALUE : before, most)
                .query((row, _) -> new Entry(row.getLong("number"), row.getLong("id"),
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                        row.getString("kind"), row.getString("payload")))
                .list();
    }

    /// Erases what an entry says; that it was made, and when, and of what kind, stays. The erasure becomes an entry of
    /// its own, in the caller's transaction.
    ///
    /// @return false when there is no such payload (any more)
    public boolean erase(long id) {
        chain();
        jdbc.sql("select set_config('jinlin.erasing', 'on', true)").query(String.class).single();
        int erased = jdbc.sql("""
                delete from journal_payload p using journal_entry e
                where e.journal = p.journal and e.number = p.number and e.journal = ? and e.id = ?""")
                .params(name, id)
                .update();
        jdbc.sql("select set_config('jinlin.erasing', '', true)").query(String.class).single();
        if (erased > 0) {
            append("payload.erased", "{\"entry\":" + id + "}");
        }
        return erased > 0;
    }

    /// Chains what is committed and not chained yet, without waiting for the node that would do so by itself.
    public void chain() {
        chaining.chain(name);
    }

    /// Verifies the whole chain, its payloads, and its end. Streams; takes constant memory.
    public Verdict verify() {
        return verify(1, Long.MAX_VALUE);
    }

    /// Verifies a stretch of the chain, trusting the entry before it; the chain's end is verified when the stretch
    /// reaches it.
    ///
    /// @param from number of the first entry, from 1
    /// @param to number of the last entry, inclusive
    public Verdict verify(long from, long to) {
        return verifier.verify(name, from, to, null);
    }

    /// Verifies the whole chain, and that it still contains a head that was noted earlier and elsewhere.
    public Verdict verifyAgainst(Head witness) {
        return verifier.verify(name, 1, Long.MAX_VALUE, witness);
    }
}
