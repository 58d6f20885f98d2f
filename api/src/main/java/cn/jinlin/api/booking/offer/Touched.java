package cn.jinlin.api.booking.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.Scalars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Appointments to come that a schedule has no hours for.
@Component
class Touched {

    /// Of a court or room: more than anybody could hire.
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final ScheduleDays days;
    private final Clock clock;

    Touched(JdbcClient jdbc, ScheduleDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /// An appointment, without saying whose.
    record One(UUID id, String number, Instant startsAt, Instant endsAt, int party) {}

    /// @param schedule as it is to be
    /// @param change what that does to its slots
    /// @return in order of time
    List<One> list(Schedule schedule, List<ExceptionDay> exceptions, SlotChange change) {
        List<One> inSlots = change.kept().isEmpty() ? List.of() : listIn(change.kept());
        List<One> ofRoom = listIntervals(schedule.id());
        if (ofRoom.isEmpty()) {
            return inSlots;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI);
        LocalDate last = LocalDate.ofInstant(ofRoom.getLast().endsAt(), Scalars.SHANGHAI);
        List<OpenSpan> open = schedule.state() == Schedule.State.PUBLISHED
                ? days.listOpen(schedule, exceptions, today.minusDays(1), last)
                : List.of();
        return ofRoom.stream()
                .filter(one -> open.stream().noneMatch(span -> span.contains(one.startsAt(), one.endsAt())))
                .toList();
    }

    private List<One> listIn(List<SlotRecord> slots) {
        return jdbc.sql("""
                select id, number, starts_at, ends_at, party from appointment
                 where slot_id = any(?) and state in ('BOOKED', 'ARRIVED') order by starts_at, number""")
                .param(slots.stream().map(SlotRecord::id).toArray(Long[]::new))
                .query(Touched::read)
                .list();
    }

    private List<One> listIntervals(long schedule) {
        return jdbc.sql("""
                select a.id, a.number, a.starts_at, a.ends_at, a.party
                  from interval_claim i join appointment a on a.interval_claim = i.id
                 where i.series_id = :schedule and i.state = 'TAKEN' and lower(i.period) > :now
                   and a.state in ('BOOKED', 'ARRIVED')
                 order by a.starts_at, a.number limit :most""")
                .param("schedule", schedule)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST)
                .query(Touched::read)
                .list();
    }

    static One read(ResultSet row, int number) throws SQLException {
        return new One(row.getObject("id", UUID.class), String.valueOf(row.getString("number")),
                row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(),
                row.getInt("party"));
    }
}
