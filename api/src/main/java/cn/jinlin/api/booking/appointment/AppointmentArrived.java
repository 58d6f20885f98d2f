package cn.jinlin.api.booking.appointment;

/// The person is there.
public record AppointmentArrived(Appointment appointment) implements AppointmentChanged {}
