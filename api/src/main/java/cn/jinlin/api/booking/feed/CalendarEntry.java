package cn.jinlin.api.booking.feed;

import java.time.Instant;
import java.util.UUID;

/// An appointment as a calendar shows it: nobody's name.
///
/// @param id of the appointment; its UID for as long as it lives
/// @param sequence grows when it is moved or called off
/// @param isCancelled it was called off
/// @param changedAt when it last changed
record CalendarEntry(UUID id, int sequence, boolean isCancelled, Instant startsAt, Instant endsAt, Instant changedAt,
        String summary, String location, String description) {}
