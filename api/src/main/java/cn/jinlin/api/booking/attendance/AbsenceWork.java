package cn.jinlin.api.booking.attendance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.AppointmentService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds appointments to which nobody came. Every node looks; each appointment is claimed in the record, so that one node
/// does it, and another where that one dies.
@Component
class AbsenceWork {

    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final AttendanceRules rules;
    private final AppointmentService appointments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AbsenceWork(JdbcClient jdbc, AttendanceRules rules, AppointmentService appointments,
            TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.appointments = appointments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Does all there is to do now.
    boolean look() {
        while (missSome() == AT_ONCE && !Thread.currentThread().isInterrupted()) {
            // There may be more.
        }
        return true;
    }

    /// @return how many it found
    int missSome() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<UUID> gone = claim(clock.instant().minus(Duration.ofMinutes(rules.get().graceMinutes())));
            gone.forEach(appointments::missed);
            return gone.size();
        }));
    }

    private List<UUID> claim(Instant before) {
        return jdbc.sql("""
                select id from appointment where state = 'BOOKED' and ends_at < ? order by ends_at limit ?
                   for update skip locked""")
                .param(Timestamp.from(before))
                .param(AT_ONCE)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }
}
