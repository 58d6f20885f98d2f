package cn.jinlin.api.calendar;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The opening hours of one day, and why they are what they are.
///
/// @param periods in order; empty when closed
/// @param note the holiday's name or the exception's note
public record OpeningDay(LocalDate date, List<OpeningPeriod> periods, OpeningReason reason, @Nullable String note) {}
