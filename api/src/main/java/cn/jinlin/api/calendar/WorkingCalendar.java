package cn.jinlin.api.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.search.facility.OpenMoment;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// The State Council's calendar as imported. A few dozen rows a year, held in memory and read again each minute, so that
/// an import on one node reaches the others.
@Service
public class WorkingCalendar {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile PublishedCalendar published = PublishedCalendar.EMPTY;
    private volatile Instant readAt = Instant.EPOCH;

    WorkingCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public PublishedCalendar published() {
        if (readAt.plus(FRESH).isBefore(clock.instant())) {
            read();
        }
        return published;
    }

    /// The moment as the word index is asked about it.
    public OpenMoment moment(Instant instant) {
        return DayKind.moment(instant, published());
    }

    /// Today in Asia/Shanghai.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(CalendarChanged changed) {
        readAt = Instant.EPOCH;
    }

    private synchronized void read() {
        Set<Integer> years = jdbc.sql("select year from calendar_year").query((row, _) -> row.getInt("year")).set();
        published = new PublishedCalendar(years, jdbc.sql("select date, name, name_en, is_off_day from calendar_day")
                .query(new DataClassRowMapper<>(CalendarDay.class))
                .list()
                .stream()
                .collect(Collectors.toMap(CalendarDay::date, Function.identity())));
        readAt = clock.instant();
    }
}
