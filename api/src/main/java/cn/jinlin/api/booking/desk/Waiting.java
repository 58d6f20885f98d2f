package cn.jinlin.api.booking.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What the line's rule has to know of a ticket that waits.
///
/// @param service null for somebody who is only imagined, to tell how long a newcomer would wait
/// @param dueAt the appointment's time, or when it was drawn
/// @param position in the order of drawing, where the clock does not tell
/// @param returning had its turn already and was set aside or sent on
/// @param counter the only one that may call it
record Waiting(UUID id, LineLane lane, @Nullable Long service, Instant dueAt, Instant drawnAt, long position,
        boolean returning,
        @Nullable UUID counter) {}
