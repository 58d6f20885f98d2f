package cn.jinlin.api.booking.offer;

import java.time.Instant;

/// A span in which a schedule is open.
public record OpenSpan(Instant from, Instant to) {

    /// Whether an interval lies wholly in it.
    public boolean contains(Instant startsAt, Instant endsAt) {
        return !startsAt.isBefore(from) && !endsAt.isAfter(to);
    }
}
