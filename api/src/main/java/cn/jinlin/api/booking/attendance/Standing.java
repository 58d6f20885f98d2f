package cn.jinlin.api.booking.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How a person stands by the rule, from the absences that count.
///
/// A block begins with the absence that makes too many within the days of the rule, and runs anew from each further one:
/// after the third, the sixth of a person who had booked ahead blocks from its own day.
final class Standing {

    private final AttendanceRule rule;
    private final List<Instant> missed;

    /// @param missed when the counting absences were, in any order
    Standing(AttendanceRule rule, Collection<Instant> missed) {
        this.rule = rule;
        this.missed = missed.stream().sorted().toList();
    }

    /// Until when no appointment can be made; empty when one can.
    Optional<Instant> blockedUntil(Instant now) {
        return missed.stream()
                .filter(each -> countUpTo(each) >= rule.absences())
                .map(each -> each.plus(Duration.ofDays(rule.blockDays())))
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }

    /// Those that count now: not too long ago.
    int counted(Instant now) {
        return countUpTo(now);
    }

    boolean isPast(Instant absence, Instant now) {
        return !absence.isAfter(now.minus(Duration.ofDays(rule.withinDays())));
    }

    private int countUpTo(Instant end) {
        return (int) missed.stream().filter(each -> !each.isAfter(end) && !isPast(each, end)).count();
    }
}
