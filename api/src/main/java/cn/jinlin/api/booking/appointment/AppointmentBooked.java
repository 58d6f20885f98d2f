package cn.jinlin.api.booking.appointment;

/// It was booked, online or at a desk.
public record AppointmentBooked(Appointment appointment) implements AppointmentChanged {}
