package cn.jinlin.api.booking.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import cn.jinlin.api.personal.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tickets drawn by phone in the copy of a person's data, after its erasure, and when they are old. Which resident drew a
/// ticket matters for a day or two; that one was drawn, for the figures.
@Component
class LineData implements PersonalDataSource, PersonalDataEraser, RetentionRule {

    private static final Duration HOLDERS_KEPT = Duration.ofDays(30);
    private static final Duration ACTS_KEPT = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final DeskActs acts;
    private final Clock clock;

    LineData(JdbcClient jdbc, DeskActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "line-tickets";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return jdbc.sql("select day, number, state from line_ticket where holder = ? order by drawn_at")
                .param(resident)
                .query((row, _) -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    fields.put("day", Objects.requireNonNull(row.getString(1)));
                    fields.put("number", Objects.requireNonNull(row.getString(2)));
                    fields.put("state", Objects.requireNonNull(row.getString(3)));
                    return fields;
                })
                .list();
    }

    /// Whoever waits in the line under that number goes on waiting: nobody can tell any more who it is.
    @Override
    public Outcome erase(UUID resident) {
        int kept = jdbc.sql("update line_ticket set holder = null where holder = ?").param(resident).update();
        return new Outcome(0, kept, kept == 0 ? null : "DESK_FIGURES");
    }

    @Override
    public int apply() {
        return acts.deleteOlderThan(ACTS_KEPT)
                + jdbc.sql("update line_ticket set holder = null where holder is not null and drawn_at < ?")
                        .param(Timestamp.from(clock.instant().minus(HOLDERS_KEPT)))
                        .update();
    }
}
