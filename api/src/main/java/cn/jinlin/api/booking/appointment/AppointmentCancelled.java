package cn.jinlin.api.booking.appointment;

/// It was called off.
///
/// @param reason code: `BY_RESIDENT`, or what the facility gave
public record AppointmentCancelled(Appointment appointment, String reason) implements AppointmentChanged {}
