package cn.jinlin.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.search.facility.OpenMoment;
import cn.jinlin.search.facility.OpeningTimes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningHoursTest {

    private static final List<Integer> WEEKDAYS = List.of(1, 2, 3, 4, 5);
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);
    /// National Day of 2026 with its make-up Sunday and Saturday.
    private static final PublishedCalendar CALENDAR = calendar(Stream.concat(
            LocalDate.of(2026, 10, 1)
                    .datesUntil(LocalDate.of(2026, 10, 8))
                    .map(day -> new CalendarDay(day, "国庆节", "National Day", true)),
            Stream.of(new CalendarDay(LocalDate.of(2026, 9, 20), "国庆节", "National Day", false),
                    new CalendarDay(LocalDate.of(2026, 10, 10), "国庆节", "National Day", false))));

    @Test
    void anOfficeShutsForTheHolidayAndOpensOnTheMakeUpSaturday() {
        OpeningHours office = hours(HolidayPolicy.FOLLOWS_CALENDAR, line(WEEKDAYS, "08:30", "17:00"));

        assertThat(office.on(LocalDate.of(2026, 10, 1), CALENDAR, Locale.ENGLISH))
                .isEqualTo(new OpeningDay(LocalDate.of(2026, 10, 1), List.of(), OpeningReason.HOLIDAY, "National Day"));
        assertThat(office.on(LocalDate.of(2026, 10, 10), CALENDAR, Locale.SIMPLIFIED_CHINESE)).isEqualTo(new OpeningDay(
                LocalDate.of(2026, 10, 10), List.of(period("08:30", "17:00")), OpeningReason.MAKE_UP_WORKDAY, "国庆节"));
    }

    @Test
    void beforeTheHolidayTheNextOpeningIsTheDayAfterIt() {
        OpeningHours office = hours(HolidayPolicy.FOLLOWS_CALENDAR, line(WEEKDAYS, "08:30", "17:00"));
        assertThat(office.at(at("2026-09-30T18:00"), CALENDAR))
                .isEqualTo(new OpeningState(false, at("2026-10-08T08:30"), null));
    }

    @Test
    void aMakeUpDayKeepsTheWeekendHoursOfAPlaceThatHasThem() {
        OpeningHours library = hours(HolidayPolicy.FOLLOWS_CALENDAR, line(WEEKDAYS, "08:30", "20:00"),
                line(List.of(6, 7), "09:00", "16:00"));
        assertThat(library.on(LocalDate.of(2026, 10, 10), CALENDAR, Locale.ROOT).periods())
                .containsExactly(period("09:00", "16:00"));
    }

    @Test
    void aShopOpenAsUsualIgnoresTheCalendar() {
        OpeningHours shop = hours(HolidayPolicy.AS_USUAL, line(EVERY_DAY, "07:00", "22:00"));
        assertThat(shop.on(LocalDate.of(2026, 10, 1), CALENDAR, Locale.ROOT))
                .isEqualTo(new OpeningDay(LocalDate.of(2026, 10, 1), List.of(period("07:00", "22:00")),
                        OpeningReason.REGULAR, null));
    }

    @Test
    void anUnpublishedYearIsSaidToBeUnknown() {
        OpeningHours office = hours(HolidayPolicy.FOLLOWS_CALENDAR, line(WEEKDAYS, "08:30", "17:00"));
        assertThat(office.on(LocalDate.of(2027, 1, 1), CALENDAR, Locale.ROOT).reason())
                .isEqualTo(OpeningReason.CALENDAR_UNKNOWN);
    }

    @Test
    void anExceptionWinsOverEverything() {
        var exception = new ExceptionDay(LocalDate.of(2026, 10, 1), List.of(period("09:00", "11:00")), "值班");
        var office = new OpeningHours(List.of(line(WEEKDAYS, "08:30", "17:00")), List.of(exception),
                HolidayPolicy.FOLLOWS_CALENDAR);
        assertThat(office.on(LocalDate.of(2026, 10, 1), CALENDAR, Locale.ROOT).reason())
                .isEqualTo(OpeningReason.EXCEPTION);
        assertThat(office.at(at("2026-10-01T10:00"), CALENDAR))
                .isEqualTo(new OpeningState(true, null, at("2026-10-01T11:00")));
    }

    @Test
    void aNightPharmacyIsStillOpenAfterMidnight() {
        OpeningHours night = hours(HolidayPolicy.AS_USUAL, line(EVERY_DAY, "20:00", "06:00"));
        assertThat(night.at(at("2026-11-23T03:00"), CALENDAR))
                .isEqualTo(new OpeningState(true, null, at("2026-11-23T06:00")));
        assertThat(night.at(at("2026-11-23T06:00"), CALENDAR))
                .isEqualTo(new OpeningState(false, at("2026-11-23T20:00"), null));
    }

    @Test
    void aPlaceOpenRoundTheClockNeverCloses() {
        OpeningHours always = hours(HolidayPolicy.AS_USUAL, line(EVERY_DAY, "00:00", "24:00"));
        assertThat(always.at(at("2026-11-23T23:59"), CALENDAR)).isEqualTo(new OpeningState(true, null, null));
    }

    @Test
    void seasonalHoursHoldInTheirSeasonOnly() {
        OpeningHours pool = hours(HolidayPolicy.AS_USUAL, new ScheduleLine(EVERY_DAY, time("09:00"), time("21:00"),
                LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 31)));
        assertThat(pool.on(LocalDate.of(2026, 8, 31), CALENDAR, Locale.ROOT).periods()).hasSize(1);
        assertThat(pool.on(LocalDate.of(2026, 9, 1), CALENDAR, Locale.ROOT).periods()).isEmpty();
        assertThat(pool.at(at("2026-11-23T10:00"), CALENDAR)).isEqualTo(new OpeningState(false, null, null));
    }

    /// The index answers "open at" from spans; it must agree with the hours themselves at every quarter of an hour.
    @Test
    void theFormForTheIndexSaysTheSameAsTheHours() {
        var exception = new ExceptionDay(LocalDate.of(2026, 9, 29), List.of(period("22:00", "02:00")), null);
        for (HolidayPolicy policy : HolidayPolicy.values()) {
            var hours = new OpeningHours(
                    List.of(line(WEEKDAYS, "08:30", "11:30"), line(List.of(2, 5), "13:00", "01:30"),
                            new ScheduleLine(List.of(6), time("10:00"), time("24:00"), LocalDate.of(2026, 10, 1),
                                    LocalDate.of(2026, 10, 12))),
                    List.of(exception), policy);
            for (Instant moment = at("2026-09-14T00:00"); moment
                    .isBefore(at("2026-10-26T00:00")); moment = moment.plusSeconds(900)) {
                assertThat(isOpen(hours.forIndex(), DayKind.moment(moment, CALENDAR)))
                        .as("%s at %s", policy, moment.atZone(Scalars.SHANGHAI))
                        .isEqualTo(hours.at(moment, CALENDAR).open());
            }
        }
    }

    private static boolean isOpen(OpeningTimes times, OpenMoment moment) {
        return covers(times, moment.minute(), moment.day())
                || covers(times, moment.minuteFromDayBefore(), moment.dayBefore())
                || times.exceptionPeriods()
                        .stream()
                        .anyMatch(period -> !moment.instant().isBefore(period.from())
                                && moment.instant().isBefore(period.to()));
    }

    private static boolean covers(OpeningTimes times, int minute, LocalDate day) {
        return !times.exceptionDates().contains(day) && times.spans()
                .stream()
                .anyMatch(span -> span.from() <= minute && minute < span.to()
                        && (span.validFrom() == null || !day.isBefore(span.validFrom()))
                        && (span.validTo() == null || !day.isAfter(span.validTo())));
    }

    private static PublishedCalendar calendar(Stream<CalendarDay> days) {
        return new PublishedCalendar(Set.of(2026), days.collect(Collectors.toMap(CalendarDay::date, day -> day)));
    }

    private static OpeningHours hours(HolidayPolicy policy, ScheduleLine... lines) {
        return new OpeningHours(List.of(lines), List.of(), policy);
    }

    private static ScheduleLine line(List<Integer> days, String opens, String closes) {
        return new ScheduleLine(days, time(opens), time(closes), null, null);
    }

    private static OpeningPeriod period(String opens, String closes) {
        return new OpeningPeriod(time(opens), time(closes));
    }

    private static TimeOfDay time(String text) {
        return TimeOfDay.parse(text);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Scalars.SHANGHAI).toInstant();
    }
}
