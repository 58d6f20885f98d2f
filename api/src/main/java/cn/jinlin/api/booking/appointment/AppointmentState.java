package cn.jinlin.api.booking.appointment;

/// How far an appointment is.
public enum AppointmentState {
    BOOKED, ARRIVED, SERVED, CANCELLED, NO_SHOW
}
