package cn.jinlin.search.facility;

import java.time.Instant;
import java.time.LocalDate;

/// A moment as [OpeningTimes] is asked about it.
///
/// @param minute `kind(day) * MINUTES_PER_KIND + minute of the day`
/// @param minuteFromDayBefore the same moment counted from the day before: `kind(dayBefore) * MINUTES_PER_KIND + 1440 +
/// minute of the day`
public record OpenMoment(Instant instant, LocalDate day, int minute, LocalDate dayBefore, int minuteFromDayBefore) {}
