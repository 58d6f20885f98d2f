package cn.jinlin.api.booking.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

import cn.jinlin.api.calendar.OpeningPeriod;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.calendar.TimeOfDay;
import org.jspecify.annotations.Nullable;

/// Finds hours that would be served twice.
final class WeeklyHours {

    private static final int MINUTES_PER_WEEK = 7 * TimeOfDay.MINUTES_PER_DAY;

    private WeeklyHours() {}

    /// One line's hours on one day of the week, in minutes since the week's Monday; those of Sunday may run past its end.
    private record Hours(ScheduleLine line, int from, int to) {}

    /// Two lines that are open at the same time of a week in which both hold; the same one twice where it runs into its
    /// own next day.
    record Clash(ScheduleLine one, ScheduleLine other) {}

    static Optional<Clash> findClash(List<ScheduleLine> lines) {
        return findClash(lines, lines);
    }

    static Optional<Clash> findClash(List<ScheduleLine> lines, List<ScheduleLine> others) {
        boolean same = lines.equals(others);
        List<Hours> some = hours(lines);
        List<Hours> more = hours(others);
        for (int i = 0; i < some.size(); i++) {
            for (int j = same ? i + 1 : 0; j < more.size(); j++) {
                if (holdTogether(some.get(i).line(), more.get(j).line()) && meet(some.get(i), more.get(j))) {
                    return Optional.of(new Clash(some.get(i).line(), more.get(j).line()));
                }
            }
        }
        return Optional.empty();
    }

    static int minutes(ScheduleLine line) {
        return new OpeningPeriod(line.opensAt(), line.closesAt()).end() - line.opensAt().minute();
    }

    private static List<Hours> hours(List<ScheduleLine> lines) {
        var hours = new ArrayList<Hours>();
        for (ScheduleLine line : lines) {
            for (int day : line.byday()) {
                int from = (day - 1) * TimeOfDay.MINUTES_PER_DAY + line.opensAt().minute();
                hours.add(new Hours(line, from, from + minutes(line)));
            }
        }
        return hours;
    }

    private static boolean meet(Hours one, Hours other) {
        return meet(one, other, 0) || meet(one, other, MINUTES_PER_WEEK) || meet(one, other, -MINUTES_PER_WEEK);
    }

    private static boolean meet(Hours one, Hours other, int shift) {
        return one.from() < other.to() + shift && other.from() + shift < one.to();
    }

    private static boolean holdTogether(ScheduleLine one, ScheduleLine other) {
        LocalDate from = pick(one.validFrom(), other.validFrom(), (a, b) -> a.isAfter(b) ? a : b);
        LocalDate to = pick(one.validTo(), other.validTo(), (a, b) -> a.isBefore(b) ? a : b);
        return from == null || to == null || !from.isAfter(to);
    }

    private static @Nullable LocalDate pick(@Nullable LocalDate one, @Nullable LocalDate other,
            BinaryOperator<LocalDate> both) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return both.apply(one, other);
    }
}
