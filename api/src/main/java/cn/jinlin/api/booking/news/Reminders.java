package cn.jinlin.api.booking.news;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which reminders are due, and which went out.
@Repository
class Reminders {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The next appointment that has to be reminded of; nobody changes it until the transaction ends, and no other node
    /// takes it. The newest due lead: behind them are only those that were reminded of.
    Optional<UUID> takeDue(ReminderKind kind) {
        Instant now = clock.instant();
        Optional<UUID> due = jdbc.sql("""
                select id from appointment a
                where state = 'BOOKED' and starts_at > :from and starts_at <= :to and person_id is not null
                  and changed_at <= starts_at - make_interval(secs => :before)
                  and not exists (select from appointment_reminder r
                                   where r.appointment_id = a.id and r.kind = :kind and r.starts_at = a.starts_at)
                order by starts_at desc limit 1 for no key update skip locked""")
                .param("from", Timestamp.from(now.plus(kind.until())))
                .param("to", Timestamp.from(now.plus(kind.before())))
                .param("before", kind.before().toSeconds())
                .param("kind", kind.name())
                .query(UUID.class)
                .optional();
        due.ifPresent(appointment -> note(kind, appointment));
        return due;
    }

    /// Leaves one alone that cannot be worded: it must not keep the others from being reminded.
    void giveUp(ReminderKind kind, UUID appointment) {
        note(kind, appointment);
    }

    private void note(ReminderKind kind, UUID appointment) {
        jdbc.sql("""
                insert into appointment_reminder (appointment_id, kind, starts_at, sent_at)
                select id, :kind, starts_at, :now from appointment where id = :id on conflict do nothing""")
                .param("kind", kind.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", appointment)
                .update();
    }

    /// Forgets what was sent for times long over.
    int deleteOlderThan(Duration age) {
        return jdbc.sql("delete from appointment_reminder where starts_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }
}
