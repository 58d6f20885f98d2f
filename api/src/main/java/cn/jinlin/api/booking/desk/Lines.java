package cn.jinlin.api.booking.desk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a facility's line goes by: its lock, its numbers, its rule, its calls.
@Repository
class Lines {

    private static final int MEASURED = 20;

    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds the line of that day until the transaction ends: one choice at a time.
    void lock(long facility, LocalDate day) {
        jdbc.sql("insert into line_day (facility_id, day) values (?, ?) on conflict do nothing")
                .param(facility)
                .param(day)
                .update();
        jdbc.sql("select 1 from line_day where facility_id = ? and day = ? for update")
                .param(facility)
                .param(day)
                .query(Integer.class)
                .single();
    }

    /// The next number of that lane: `B012`.
    String nextNumber(long facility, LocalDate day, LineLane lane) {
        String column = lane.name().toLowerCase(Locale.ROOT);
        return lane.number(jdbc
                .sql("update line_day set %1$s = %1$s + 1 where facility_id = ? and day = ? returning %1$s"
                        .formatted(column))
                .param(facility)
                .param(day)
                .query(Integer.class)
                .single());
    }

    LineRule rule(long facility) {
        return jdbc.sql("select * from line_rule where facility_id = ?")
                .param(facility)
                .query((row, _) -> new LineRule(row.getInt("early_minutes"), row.getInt("late_minutes"),
                        row.getInt("priority_every"), row.getInt("walk_in_every"), row.getInt("calls_before_missed")))
                .optional()
                .orElse(LineRule.USUAL);
    }

    void save(long facility, LineRule rule) {
        jdbc.sql("""
                insert into line_rule (facility_id, early_minutes, late_minutes, priority_every, walk_in_every,
                                       calls_before_missed)
                values (:facility, :early, :late, :priority, :walkIn, :calls)
                on conflict (facility_id) do update set early_minutes = :early, late_minutes = :late,
                    priority_every = :priority, walk_in_every = :walkIn, calls_before_missed = :calls""")
                .param("facility", facility)
                .param("early", rule.earlyMinutes())
                .param("late", rule.lateMinutes())
                .param("priority", rule.priorityEvery())
                .param("walkIn", rule.walkInEvery())
                .param("calls", rule.callsBeforeMissed())
                .update();
    }

    /// Lanes of the latest calls, the newest first.
    List<LineLane> listLately(long facility, LocalDate day, int most) {
        return jdbc
                .sql("""
                select lane from line_call where facility_id = ? and day = ? order by called_at desc, id desc limit ?""")
                .param(facility)
                .param(day)
                .param(most)
                .query((row, _) -> LineLane.valueOf(row.getString(1)))
                .list();
    }

    void insertCall(Ticket called, UUID staff) {
        jdbc.sql("""
                insert into line_call (facility_id, day, ticket_id, lane, counter_id, staff_id, called_at)
                values (:facility, :day, :ticket, :lane, :counter, :staff, :at)""")
                .param("facility", called.facility())
                .param("day", called.day())
                .param("ticket", called.id())
                .param("lane", called.lane().name())
                .param("counter", called.counter())
                .param("staff", staff)
                .param("at", LineTickets.timestamp(called.calledAt()))
                .update();
    }

    /// How long the last ones took by service, the middle one of at most twenty each; where none was served, what the
    /// facility's schedules plan.
    ServingTimes times(long facility, Instant since) {
        record Measured(long service, double seconds, int count) {}
        List<Measured> found = jdbc.sql("""
                with offered as (
                    select service_id, min(duration_minutes) * 60 as planned from schedule
                    where facility_id = :facility and state <> 'DRAFT' group by service_id)
                select service_id, coalesce(middle, planned), coalesce(served, 0) from offered
                left join lateral (
                    select percentile_cont(0.5) within group (order by extract(epoch from ended_at - called_at)),
                           count(*)
                    from (select ended_at, called_at from line_ticket t
                           where t.facility_id = :facility and t.service_id = offered.service_id and t.state = 'DONE'
                             and t.ended_at > :since
                           order by ended_at desc limit :most) last) measured (middle, served) on true""")
                .param("facility", facility)
                .param("since", Timestamp.from(since))
                .param("most", MEASURED)
                .query((row, _) -> new Measured(row.getLong(1), row.getDouble(2), row.getInt(3)))
                .list();
        return new ServingTimes(
                found.stream()
                        .collect(Collectors.toMap(Measured::service,
                                each -> Duration.ofSeconds(Math.max(30, Math.round(each.seconds()))))),
                found.stream().mapToInt(Measured::count).sum());
    }
}
