package cn.jinlin.api.booking.attendance;

import java.time.LocalDate;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentArrived;
import cn.jinlin.api.booking.appointment.AppointmentMissed;
import cn.jinlin.api.booking.attendance.Absence.State;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.graphql.Scalars;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Counts an absence in the transaction in which the appointment turns out to be missed. What the facility called off was
/// never missed, and so never counts.
@Component
class AbsenceCount {

    private final Absences absences;
    private final AttendanceRules rules;
    private final Exemptions exemptions;
    private final Services services;

    AbsenceCount(Absences absences, AttendanceRules rules, Exemptions exemptions, Services services) {
        this.absences = absences;
        this.rules = rules;
        this.exemptions = exemptions;
        this.services = services;
    }

    @EventListener
    void on(AppointmentMissed event) {
        Appointment missed = event.appointment();
        if (missed.person() != null) {
            absences.insert(missed, missed.person(), isExempt(missed, missed.person()) ? State.EXEMPT : State.COUNTED);
        }
    }

    /// A desk without a connection could not tell in time that they were there.
    @EventListener
    void on(AppointmentArrived event) {
        absences.removeOf(event.appointment().id());
    }

    private boolean isExempt(Appointment missed, UUID person) {
        LocalDate day = LocalDate.ofInstant(missed.startsAt(), Scalars.SHANGHAI);
        return rules.get().exemptKinds().contains(services.get(missed.service()).kind())
                || exemptions.findLastDay(person).filter(until -> !until.isBefore(day)).isPresent();
    }
}
