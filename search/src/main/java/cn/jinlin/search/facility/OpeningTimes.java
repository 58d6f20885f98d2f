package cn.jinlin.search.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// When a facility is open, in the form in which "open at that moment" is a lookup and needs no daily re-indexing.
///
/// Every calendar day is of one of sixteen kinds (regular Monday to Sunday, make-up Saturday or Sunday, public holiday
/// falling on Monday to Sunday). A span counts minutes from `kind * MINUTES_PER_KIND`; minutes past 1440 belong to the
/// night after that day. Which kind a date is, is decided when asking, so a new holiday calendar needs no new index.
///
/// @param spans open minutes by kind of day
/// @param exceptionDates days on which the spans do not count
/// @param exceptionPeriods what is open instead on those days
public record OpeningTimes(List<Span> spans, List<LocalDate> exceptionDates, List<Period> exceptionPeriods) {

    /// Two days, because a span may run past midnight.
    public static final int MINUTES_PER_KIND = 2 * 24 * 60;

    /// Open from `from` (inclusive) to `to` (exclusive), between the two days where they are given (both inclusive).
    public record Span(int from, int to, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {}

    /// Open from `from` (inclusive) to `to` (exclusive).
    public record Period(Instant from, Instant to) {}
}
