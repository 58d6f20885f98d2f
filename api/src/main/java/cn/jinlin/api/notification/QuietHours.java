package cn.jinlin.api.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

import cn.jinlin.api.calendar.TimeOfDay;
import cn.jinlin.api.graphql.Scalars;

/// A span of the day in Asia/Shanghai in which nobody is disturbed; over midnight when it ends before it starts.
public record QuietHours(TimeOfDay from, TimeOfDay to) {

    /// How long they still last; empty outside them. The start belongs to them, the end does not.
    public Optional<Duration> left(Instant now) {
        ZonedDateTime time = now.atZone(Scalars.SHANGHAI);
        Duration ofDay = Duration.between(time.toLocalDate().atStartOfDay(Scalars.SHANGHAI), time);
        Duration start = Duration.ofMinutes(from.minute());
        Duration end = Duration.ofMinutes(to.minute());
        boolean overMidnight = end.compareTo(start) <= 0;
        boolean afterStart = ofDay.compareTo(start) >= 0;
        boolean beforeEnd = ofDay.compareTo(end) < 0;
        if (overMidnight ? !afterStart && !beforeEnd : !afterStart || !beforeEnd) {
            return Optional.empty();
        }
        return Optional.of(beforeEnd ? end.minus(ofDay) : end.plusDays(1).minus(ofDay));
    }
}
