package cn.jinlin.api.calendar;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Other hours, or none, on one date; it wins over everything else.
///
/// @param periods in order; empty when closed
public record ExceptionDay(LocalDate date, List<OpeningPeriod> periods, @Nullable String note) {}
