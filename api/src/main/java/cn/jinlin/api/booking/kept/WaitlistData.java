package cn.jinlin.api.booking.kept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.booking.waitlist.WaitlistService;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Waiting for places in the copy of a person's data, and in its erasure.
@Component
class WaitlistData implements PersonalDataSource, PersonalDataEraser {

    private final WaitlistService waitlist;
    private final JdbcClient jdbc;

    WaitlistData(WaitlistService waitlist, JdbcClient jdbc) {
        this.waitlist = waitlist;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "waitlist";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return jdbc.sql("""
                select e.*, s.starts_at, b.name from waitlist_entry e
                  join slot s on s.id = e.slot_id
                  join schedule on schedule.id = s.series_id
                  join bookable_service b on b.id = schedule.service_id
                 where e.person_id = :resident or e.actor_id = :resident order by e.position""")
                .param("resident", resident)
                .query((row, _) -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    fields.put("service", row.getString("name"));
                    fields.put("startsAt", row.getTimestamp("starts_at").toInstant().toString());
                    fields.put("party", Integer.toString(row.getInt("party")));
                    fields.put("state", row.getString("state"));
                    fields.put("side",
                            resident.equals(row.getObject("person_id", UUID.class)) ? "OWN" : "MADE_FOR_ANOTHER");
                    fields.put("createdAt", row.getTimestamp("created_at").toInstant().toString());
                    return fields;
                })
                .list();
    }

    /// What stays tells how many waited, and of nobody.
    @Override
    public Outcome erase(UUID resident) {
        int kept = waitlist.forget(resident);
        return new Outcome(0, kept, kept == 0 ? null : "NAMELESS_FIGURES");
    }
}
