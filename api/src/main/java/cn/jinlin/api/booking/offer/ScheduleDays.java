package cn.jinlin.api.booking.offer;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.OpeningDay;
import cn.jinlin.api.calendar.OpeningHours;
import cn.jinlin.api.calendar.OpeningPeriod;
import cn.jinlin.api.calendar.OpeningReason;
import cn.jinlin.api.calendar.PublishedCalendar;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.Scalars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// On which days, and when, a schedule is open.
@Component
class ScheduleDays {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FacilityService facilities;
    private final WorkingCalendar calendar;

    ScheduleDays(JdbcClient jdbc, JsonMapper json, FacilityService facilities, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.json = json;
        this.facilities = facilities;
        this.calendar = calendar;
    }

    List<ExceptionDay> listExceptions(long schedule, LocalDate from) {
        return jdbc.sql("""
                select date, periods, note from schedule_exception where schedule_id = ? and date >= ? order by date""")
                .param(schedule)
                .param(Date.valueOf(from))
                .query(this::read)
                .list();
    }

    /// A closed facility's schedules are never open.
    List<OpenSpan> listOpen(Schedule schedule, LocalDate from, LocalDate to) {
        return listOpen(schedule, listExceptions(schedule.id(), from), from, to);
    }

    List<OpenSpan> listOpen(Schedule schedule, List<ExceptionDay> exceptions, LocalDate from, LocalDate to) {
        Optional<Facility> facility = facilities.find(schedule.facilityId()).filter(Facility::inService);
        if (facility.isEmpty()) {
            return List.of();
        }
        var hours = new OpeningHours(schedule.lines(), exceptions, schedule.holidayPolicy());
        var ofFacility = facility.get()
                .details()
                .hours()
                .exceptions()
                .stream()
                .collect(Collectors.toMap(ExceptionDay::date, Function.identity(), (one, _) -> one));
        PublishedCalendar published = calendar.published();
        return days(from, to).flatMap(date -> {
            OpeningDay day = hours.on(date, published, Languages.CHINESE);
            if (isUnknown(schedule, day)) {
                return Stream.empty();
            }
            ExceptionDay other = ofFacility.get(date);
            Stream<OpenSpan> own = spans(date, day.periods());
            return other == null || day.reason() == OpeningReason.EXCEPTION
                    ? own
                    : within(own.toList(), spans(date, other.periods()).toList());
        }).sorted(Comparator.comparing(OpenSpan::from)).toList();
    }

    Optional<LocalDate> findUnpublished(LocalDate from, LocalDate to) {
        PublishedCalendar published = calendar.published();
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .mapToObj(year -> year == from.getYear() ? from : Year.of(year).atDay(1))
                .filter(date -> !published.knows(date))
                .findFirst();
    }

    /// Nobody may be sent to a counter that a holiday not yet announced will close.
    private static boolean isUnknown(Schedule schedule, OpeningDay day) {
        return schedule.holidayPolicy() == HolidayPolicy.FOLLOWS_CALENDAR
                && day.reason() == OpeningReason.CALENDAR_UNKNOWN;
    }

    private static Stream<LocalDate> days(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Stream.empty() : from.datesUntil(to.plusDays(1));
    }

    private static Stream<OpenSpan> spans(LocalDate date, List<OpeningPeriod> periods) {
        Instant midnight = date.atStartOfDay(Scalars.SHANGHAI).toInstant();
        return periods.stream()
                .map(period -> new OpenSpan(midnight.plusSeconds(60L * period.opens().minute()),
                        midnight.plusSeconds(60L * period.end())));
    }

    /// A facility's other hours on a day shorten its schedules' hours and never lengthen them.
    private static Stream<OpenSpan> within(List<OpenSpan> own, List<OpenSpan> outer) {
        return own.stream()
                .flatMap(span -> outer.stream()
                        .map(bound -> new OpenSpan(later(span.from(), bound.from()), earlier(span.to(), bound.to())))
                        .filter(both -> both.from().isBefore(both.to())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private ExceptionDay read(ResultSet row, int number) throws SQLException {
        return new ExceptionDay(row.getObject("date", LocalDate.class),
                List.of(json.readValue(row.getString("periods"), OpeningPeriod[].class)), row.getString("note"));
    }
}
