package cn.jinlin.api.booking.figures;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// How appointments of one month went, exact.
///
/// @param month its first day
/// @param service null for all together
/// @param facility null for all together
/// @param people different ones
/// @param places of slots, offered; `placesUsed` of them were used
/// @param waits tickets that were called
/// @param waitSeconds from drawing a ticket to being called, the middle one
/// @param leadHours from booking to the start, the middle one
record Figure(LocalDate month, @Nullable Long service, @Nullable Long facility, int booked, int served, int missed,
        int cancelled, int people, long places, long placesUsed, int waits, @Nullable Integer waitSeconds,
        @Nullable Integer leadHours) {}
