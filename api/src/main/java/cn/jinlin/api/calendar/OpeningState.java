package cn.jinlin.api.calendar;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Whether a facility is open at a moment.
///
/// @param opensAt when closed: the next opening within 14 days; null when there is none
/// @param closesAt when open: the closing; null when it stays open beyond 14 days
public record OpeningState(boolean open, @Nullable Instant opensAt, @Nullable Instant closesAt) {}
