package cn.jinlin.api.account.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.rights.Erasure.State;
import cn.jinlin.api.personal.PersonalDataEraser.Outcome;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Erasures and their reports.
@Repository
class Erasures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Erasures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Empty when one is open already.
    Optional<Erasure> insert(UUID resident, byte[] receiptHash, Instant due) {
        return jdbc.sql("""
                insert into erasure (id, resident_id, receipt_hash, state, requested_at, due_at)
                values (:id, :resident, :receipt, 'WAITING', :now, :due)
                on conflict (resident_id) where state in ('WAITING', 'RUNNING') do nothing returning *""")
                .param("id", UUID.randomUUID())
                .param("resident", resident)
                .param("receipt", receiptHash)
                .param("now", now())
                .param("due", Timestamp.from(due))
                .query(Erasures::read)
                .optional();
    }

    Optional<Erasure> findOpen(UUID resident) {
        return jdbc.sql("select * from erasure where resident_id = ? and state in ('WAITING', 'RUNNING')")
                .param(resident)
                .query(Erasures::read)
                .optional();
    }

    Optional<Erasure> findByReceipt(byte[] receiptHash) {
        return jdbc.sql("select * from erasure where receipt_hash = ?")
                .param(receiptHash)
                .query(Erasures::read)
                .optional();
    }

    /// Asks again for one that waits: it gets a new receipt, and the earlier of both days.
    Optional<Erasure> renew(UUID resident, byte[] receiptHash, Instant due) {
        return jdbc.sql("""
                update erasure set due_at = least(due_at, :due), receipt_hash = :receipt
                 where resident_id = :resident and state = 'WAITING' returning *""")
                .param("due", Timestamp.from(due))
                .param("receipt", receiptHash)
                .param("resident", resident)
                .query(Erasures::read)
                .optional();
    }

    /// Empty unless it is this resident's and still waits.
    Optional<Erasure> cancel(UUID id, UUID resident) {
        return jdbc
                .sql("""
                update erasure set state = 'CANCELLED' where id = ? and resident_id = ? and state = 'WAITING' returning *""")
                .param(id)
                .param(resident)
                .query(Erasures::read)
                .optional();
    }

    /// The next that is due, or that somebody began and did not finish. Nobody else takes it for the lease.
    Optional<Erasure> claim(Duration lease) {
        return jdbc.sql("""
                with next as (select id from erasure where state in ('WAITING', 'RUNNING') and due_at <= :now
                                 and (claimed_until is null or claimed_until < :now)
                               order by due_at limit 1 for update skip locked)
                update erasure e set state = 'RUNNING', claimed_until = :until, attempts = attempts + 1
                  from next where e.id = next.id returning e.*""")
                .param("now", now())
                .param("until", Timestamp.from(clock.instant().plus(lease)))
                .query(Erasures::read)
                .optional();
    }

    boolean isStepDone(UUID id, String domain) {
        return jdbc.sql("select exists (select from erasure_step where erasure_id = ? and domain = ?)")
                .param(id)
                .param(domain)
                .query(Boolean.class)
                .single();
    }

    void insertStep(UUID id, String domain, Outcome outcome) {
        jdbc.sql("""
                insert into erasure_step (erasure_id, domain, removed, deidentified, kept_by, done_at)
                values (?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(domain)
                .param(outcome.removed())
                .param(outcome.deidentified())
                .param(outcome.keptBy())
                .param(now())
                .update();
    }

    void finish(UUID id) {
        jdbc.sql(
                "update erasure set state = 'DONE', done_at = ?, claimed_until = null where id = ? and state = 'RUNNING'")
                .param(now())
                .param(id)
                .update();
    }

    List<Erasure.Line> listLines(UUID id) {
        return jdbc.sql("""
                select domain, removed, deidentified, kept_by from erasure_step where erasure_id = ? order by domain""")
                .param(id)
                .query(new DataClassRowMapper<>(Erasure.Line.class))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Erasure read(ResultSet row, int number) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new Erasure(row.getObject("id", UUID.class), row.getObject("resident_id", UUID.class),
                State.valueOf(row.getString("state")), row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("due_at").toInstant(), done == null ? null : done.toInstant());
    }
}
