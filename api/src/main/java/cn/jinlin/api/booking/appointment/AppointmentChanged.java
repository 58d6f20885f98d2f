package cn.jinlin.api.booking.appointment;

/// Something happened to an appointment. Told in the transaction that does it; each event carries it as it is then.
public sealed interface AppointmentChanged permits AppointmentBooked, AppointmentMoved, AppointmentCancelled,
        AppointmentConfirmed, AppointmentArrived, AppointmentServed, AppointmentMissed {

    Appointment appointment();
}
