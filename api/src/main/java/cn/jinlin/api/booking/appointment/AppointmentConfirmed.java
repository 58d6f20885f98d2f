package cn.jinlin.api.booking.appointment;

/// It was said that one will come.
public record AppointmentConfirmed(Appointment appointment) implements AppointmentChanged {}
