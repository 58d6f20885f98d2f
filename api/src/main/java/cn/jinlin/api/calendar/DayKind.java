package cn.jinlin.api.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.search.facility.OpenMoment;
import cn.jinlin.search.facility.OpeningTimes;

/// The sixteen kinds a calendar day can be of, numbered as the word index counts them: 0 to 6 regular Monday to Sunday,
/// 7 and 8 a make-up working Saturday and Sunday, 9 to 15 a public holiday falling on Monday to Sunday.
final class DayKind {

    static final int KINDS = 16;
    private static final int MAKE_UP = 7;
    private static final int HOLIDAY = 9;

    private DayKind() {}

    static int of(LocalDate date, PublishedCalendar published) {
        int day = date.getDayOfWeek().getValue() - 1;
        return published.find(date).map(named -> {
            if (named.isOffDay()) {
                return HOLIDAY + day;
            }
            return isWeekend(date.getDayOfWeek()) ? MAKE_UP + day - 5 : day;
        }).orElse(day);
    }

    static DayOfWeek dayOfWeek(int kind) {
        if (kind >= HOLIDAY) {
            return DayOfWeek.of(kind - HOLIDAY + 1);
        }
        return kind >= MAKE_UP ? DayOfWeek.of(kind - MAKE_UP + 6) : DayOfWeek.of(kind + 1);
    }

    static boolean isHoliday(int kind) {
        return kind >= HOLIDAY;
    }

    static boolean isMakeUpWorkday(int kind) {
        return kind == MAKE_UP || kind == MAKE_UP + 1;
    }

    static OpenMoment moment(Instant instant, PublishedCalendar published) {
        ZonedDateTime local = instant.atZone(Scalars.SHANGHAI);
        LocalDate day = local.toLocalDate();
        LocalDate before = day.minusDays(1);
        int minute = local.getHour() * 60 + local.getMinute();
        return new OpenMoment(instant, day, of(day, published) * OpeningTimes.MINUTES_PER_KIND + minute, before,
                of(before, published) * OpeningTimes.MINUTES_PER_KIND + TimeOfDay.MINUTES_PER_DAY + minute);
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
