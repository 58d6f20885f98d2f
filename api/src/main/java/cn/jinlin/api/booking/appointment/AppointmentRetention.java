package cn.jinlin.api.booking.appointment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import cn.jinlin.api.personal.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Forgets answers soon after a visit, and whose visit it was once it can no longer be contested.
@Component
class AppointmentRetention implements RetentionRule {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final AppointmentsKept kept;
    private final Clock clock;

    AppointmentRetention(JdbcClient jdbc, AppointmentsKept kept, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public int apply() {
        int answers = jdbc.sql("""
                update appointment set answers = null where id in (
                    select id from appointment where answers is not null and ends_at < ? limit ?)""")
                .param(before(kept.answers()))
                .param(BATCH)
                .update();
        int people = jdbc
                .sql("""
                update appointment set person_id = null, actor_id = null, proxy_id = null where id in (
                    select id from appointment where (person_id is not null or actor_id is not null) and ends_at < ? limit ?)""")
                .param(before(kept.people()))
                .param(BATCH)
                .update();
        return answers + people;
    }

    private Timestamp before(Duration age) {
        Instant end = clock.instant().minus(age);
        return Timestamp.from(end);
    }
}
