package cn.jinlin.api.booking.appointment;

/// Nobody came.
public record AppointmentMissed(Appointment appointment) implements AppointmentChanged {}
