package cn.jinlin.api.booking.offer;

import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.calendar.TimeOfDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeeklyHoursTest {

    private static ScheduleLine line(List<Integer> days, String opens, String closes) {
        return line(days, opens, closes, null, null);
    }

    private static ScheduleLine line(List<Integer> days, String opens, String closes, @Nullable String from,
            @Nullable String to) {
        return new ScheduleLine(days, TimeOfDay.parse(opens), TimeOfDay.parse(closes),
                from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    @Test
    void hoursThatTouchDoNotOverlap() {
        assertThat(WeeklyHours.findClash(List.of(line(List.of(1), "09:00", "12:00"), line(List.of(1), "12:00", "24:00"),
                line(List.of(2), "00:00", "09:00")))).isEmpty();
    }

    @Test
    void hoursOfOneDayThatShareAMinuteOverlap() {
        assertThat(WeeklyHours.findClash(
                List.of(line(List.of(1, 3), "09:00", "12:01"), line(List.of(3, 5), "12:00", "15:00")))).isPresent();
    }

    @Test
    void hoursPastMidnightOverlapThoseOfTheNextDayAndOfMondayAfterSunday() {
        assertThat(WeeklyHours.findClash(
                List.of(line(List.of(1), "22:00", "02:00"), line(List.of(2), "01:00", "03:00")))).isPresent();
        assertThat(WeeklyHours.findClash(
                List.of(line(List.of(7), "22:00", "02:00"), line(List.of(1), "01:59", "03:00")))).isPresent();
    }

    @Test
    void aLineThatRunsIntoItsOwnNextDayOverlapsItself() {
        assertThat(WeeklyHours.findClash(List.of(line(List.of(1, 2), "10:00", "09:00")))).isEmpty();
        assertThat(WeeklyHours.findClash(List.of(line(List.of(1, 2), "08:00", "08:00")))).isEmpty();
        assertThat(WeeklyHours.findClash(
                List.of(line(List.of(1, 2), "08:00", "08:00"), line(List.of(2), "07:00", "07:30")))).isPresent();
    }

    @Test
    void sameHoursInSeasonsThatDoNotMeetAreFine() {
        ScheduleLine summer = line(List.of(1), "06:00", "09:00", "2026-06-01", "2026-08-31");
        assertThat(WeeklyHours
                .findClash(List.of(summer, line(List.of(1), "07:00", "09:00", "2026-09-01", null)))).isEmpty();
        assertThat(WeeklyHours
                .findClash(List.of(summer, line(List.of(1), "07:00", "09:00", "2026-08-31", null)))).isPresent();
    }
}
