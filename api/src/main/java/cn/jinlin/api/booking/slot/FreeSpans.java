package cn.jinlin.api.booking.slot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import cn.jinlin.api.booking.offer.OpenSpan;
import cn.jinlin.api.capacity.Interval;

/// What is left of opening hours once others have taken their part.
final class FreeSpans {

    private FreeSpans() {}

    /// @param open in order, apart from each other
    /// @param taken in order
    /// @param from nothing before it counts
    /// @param step minutes from an opening's start, on which what is left begins
    static List<OpenSpan> of(List<OpenSpan> open, List<Interval> taken, Instant from, int step) {
        var free = new ArrayList<OpenSpan>();
        for (OpenSpan span : open) {
            Instant begin = onStep(span.from(), later(span.from(), from), step);
            for (Interval other : taken) {
                if (other.startsAt().isBefore(span.to()) && other.endsAt().isAfter(begin)) {
                    add(free, begin, other.startsAt());
                    begin = onStep(span.from(), later(begin, other.endsAt()), step);
                }
            }
            add(free, begin, span.to());
        }
        return free;
    }

    private static void add(List<OpenSpan> free, Instant from, Instant to) {
        if (from.isBefore(to)) {
            free.add(new OpenSpan(from, to));
        }
    }

    private static Instant onStep(Instant opening, Instant at, int step) {
        long seconds = step * 60L;
        return opening.plusSeconds(Math.ceilDiv(Duration.between(opening, at).toSeconds(), seconds) * seconds);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
