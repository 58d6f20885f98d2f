package cn.jinlin.api.booking.release;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import cn.jinlin.api.personal.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// ReleaseTickets and chances in the copy of a person's data, in its erasure, and when they are old. The numbers stay without a
/// name, or nobody could draw again.
@Component
class ReleaseData implements PersonalDataSource, PersonalDataEraser, RetentionRule {

    /// As long as a draw can be doubted; nobody has to be remembered for it.
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseData(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "booking-release";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return jdbc.sql("""
                select t.number, t.entered_at, s.name, null as state from release_ticket t
                  join slot_release r on r.id = t.release_id join bookable_service s on s.id = r.service_id
                 where t.resident_id = :resident
                union all
                select e.number, e.created_at, s.name, e.state from lottery_entry e
                  join slot_release r on r.id = e.release_id join bookable_service s on s.id = r.service_id
                 where :resident in (e.person_id, e.actor_id)
                order by 2""").param("resident", resident).query((row, _) -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("service", String.valueOf(row.getString("name")));
            fields.put("number", String.valueOf(row.getString("number")));
            fields.put("since", row.getTimestamp("entered_at").toInstant().toString());
            if (row.getString("state") != null) {
                fields.put("state", row.getString("state"));
            }
            return fields;
        }).list();
    }

    @Override
    public Outcome erase(UUID resident) {
        jdbc.sql(
                """
                update lottery_entry set state = 'LEFT' where state = 'ENTERED' and :resident in (person_id, actor_id)""")
                .param("resident", resident)
                .update();
        return new Outcome(0, forget("resident_id = :resident", ":resident in (person_id, actor_id)",
                Map.of("resident", resident)), null);
    }

    @Override
    public int apply() {
        Timestamp before = Timestamp.from(clock.instant().minus(KEPT));
        return forget("resident_id is not null and entered_at < :before",
                "(person_id is not null or actor_id is not null) and created_at < :before", Map.of("before", before));
    }

    private int forget(String tickets, String entries, Map<String, ?> parameters) {
        return jdbc.sql("update release_ticket set resident_id = null where " + tickets).params(parameters).update()
                + jdbc.sql(
                        "update lottery_entry set person_id = null, actor_id = null, proxy_id = null where " + entries)
                        .params(parameters)
                        .update();
    }
}
