package cn.jinlin.api.booking.appointment;

import java.time.Instant;

/// It goes to another time or place; number and id stay.
///
/// @param from when it was to begin before
public record AppointmentMoved(Appointment appointment, Instant from) implements AppointmentChanged {}
