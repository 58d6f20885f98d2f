package cn.jinlin.api.account.staff.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Tickets from one step of a sign-in to the next: good once, for five minutes.
@Repository
public class Tickets {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Tickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return the ticket; only its hash is kept
    public String create(UUID staff, Step step) {
        String ticket = Secrets.create();
        jdbc.sql("insert into staff_ticket (ticket_hash, staff_id, step, expires_at) values (?, ?, ?, ?)")
                .params(Secrets.hash(ticket), staff, step.name(), Timestamp.from(clock.instant().plus(LIFE)))
                .update();
        return ticket;
    }

    /// Whose it is, while it is good for that step and its owner may sign in. It stays good.
    Optional<UUID> peek(String ticket, Step step) {
        return jdbc.sql("""
                select t.staff_id from staff_ticket t join staff s on s.id = t.staff_id
                where t.ticket_hash = ? and t.step = ? and t.expires_at > ? and s.state = 'ACTIVE'""")
                .params(Secrets.hash(ticket), step.name(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /// Takes it; of two at once one gets it.
    ///
    /// @return whose it was
    Optional<UUID> take(String ticket, Step step) {
        return jdbc.sql("""
                delete from staff_ticket t using staff s
                where s.id = t.staff_id and s.state = 'ACTIVE' and t.ticket_hash = ? and t.step = ? and t.expires_at > ?
                returning t.staff_id""")
                .params(Secrets.hash(ticket), step.name(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /// What was handed out before is worth nothing any more: the password has changed.
    void endAll(UUID staff) {
        jdbc.sql("delete from staff_ticket where staff_id = ?").param(staff).update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forget() {
        jdbc.sql("delete from staff_ticket where expires_at <= ?").param(Timestamp.from(clock.instant())).update();
    }
}
