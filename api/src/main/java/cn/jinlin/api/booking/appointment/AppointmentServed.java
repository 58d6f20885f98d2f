package cn.jinlin.api.booking.appointment;

/// It is done.
public record AppointmentServed(Appointment appointment) implements AppointmentChanged {}
