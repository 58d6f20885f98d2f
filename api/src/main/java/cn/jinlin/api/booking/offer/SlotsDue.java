package cn.jinlin.api.booking.offer;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import cn.jinlin.api.calendar.CalendarChanged;
import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.graphql.Scalars;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When each schedule's slots are to be looked at next: each day soon after midnight, and whenever something changed
/// that they follow from.
@Repository
class SlotsDue {

    /// So long a node has for one schedule; then another tries.
    private static final Duration LEASE = Duration.ofMinutes(5);
    /// What nodes keep in mind of facilities and calendars is renewed by then.
    private static final Duration NEWS_TRAVELS = Duration.ofSeconds(5);
    private static final Duration AFTER_MIDNIGHT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    SlotsDue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A schedule to look at now, which no other node looks at meanwhile.
    Optional<Long> claim() {
        return jdbc.sql("""
                with next as (select schedule_id from slot_making where due_at <= :now
                               order by due_at limit 1 for update skip locked)
                update slot_making m set due_at = :later from next where m.schedule_id = next.schedule_id
                returning m.schedule_id""")
                .param("now", at(clock.instant()))
                .param("later", at(clock.instant().plus(LEASE)))
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    /// @param to slots are there up to this day
    /// @param unpublishedFrom but none from this day on; null where nothing is missing
    /// @param taken places of slots to come
    void made(long schedule, LocalDate to, @Nullable LocalDate unpublishedFrom, long taken) {
        Instant midnight = LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI)
                .plusDays(1)
                .atStartOfDay(Scalars.SHANGHAI)
                .toInstant();
        jdbc.sql("""
                insert into slot_making (schedule_id, due_at, made_at, made_to, unpublished_from, taken)
                values (:schedule, :next, :now, :to, :unpublished, :taken)
                on conflict (schedule_id) do update set due_at = excluded.due_at, made_at = excluded.made_at,
                    made_to = excluded.made_to, unpublished_from = excluded.unpublished_from,
                    taken = excluded.taken""")
                .param("taken", taken)
                .param("schedule", schedule)
                .param("next", at(midnight.plus(AFTER_MIDNIGHT)))
                .param("now", at(clock.instant()))
                .param("to", Date.valueOf(to))
                .param("unpublished", unpublishedFrom == null ? null : Date.valueOf(unpublishedFrom),
                        java.sql.Types.DATE)
                .update();
    }

    void lookSoon(long schedule) {
        jdbc.sql("""
                insert into slot_making (schedule_id, due_at) values (:schedule, :now)
                on conflict (schedule_id) do update set due_at = least(slot_making.due_at, excluded.due_at)""")
                .param("schedule", schedule)
                .param("now", at(clock.instant()))
                .update();
    }

    void lookSoonAtAllOf(long service) {
        jdbc.sql("""
                update slot_making m set due_at = least(m.due_at, :now) from schedule s
                 where s.id = m.schedule_id and s.service_id = :service""")
                .param("now", at(clock.instant()))
                .param("service", service)
                .update();
    }

    @EventListener
    void lookAtAll(CalendarChanged changed) {
        jdbc.sql("update slot_making set due_at = least(due_at, ?)")
                .param(at(clock.instant().plus(NEWS_TRAVELS)))
                .update();
    }

    @EventListener
    void lookAt(FacilitiesChanged changed) {
        jdbc.sql("""
                update slot_making m set due_at = least(m.due_at, :soon) from schedule s
                 where s.id = m.schedule_id and (:all or s.facility_id = any(:facilities))""")
                .param("soon", at(clock.instant().plus(NEWS_TRAVELS)))
                .param("all", changed.ids().isEmpty())
                .param("facilities", changed.ids().toArray(Long[]::new))
                .update();
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
