package cn.jinlin.api.booking.news;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.appointment.AppointmentState;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityNode;
import cn.jinlin.api.facility.FacilityNodes;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.limits.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers to reminders, from whoever has the link. Reading one changes nothing, so that a scanner of mails that follows
/// every link neither confirms nor cancels.
@Service
class ReminderService {

    private static final String LIMIT = "reminder-answer";
    private static final String FIELD = "input.token";

    private final ReminderLinks links;
    private final AppointmentService appointments;
    private final Services services;
    private final Facilities facilities;
    private final FacilityNodes nodes;
    private final RateLimits limits;
    private final Clock clock;

    ReminderService(ReminderLinks links, AppointmentService appointments, Services services, Facilities facilities,
            FacilityNodes nodes, RateLimits limits, Clock clock) {
        this.links = links;
        this.appointments = appointments;
        this.services = services;
        this.facilities = facilities;
        this.nodes = nodes;
        this.limits = limits;
        this.clock = clock;
    }

    enum Answer {
        COME, CANCEL
    }

    /// As whoever has the link may see it.
    record Reminder(BookableService service, FacilityNode facility, String resource, Instant startsAt, Instant endsAt,
            int party, AppointmentState state, boolean confirmed, boolean canCancel) {}

    @Transactional(readOnly = true)
    Optional<Reminder> find(String token, Locale language) {
        limits.require(LIMIT);
        return findAppointment(token).map(appointment -> show(appointment, language));
    }

    /// @throws BadInput UNKNOWN_REMINDER, TOO_LATE_TO_CHANGE
    @Transactional
    Reminder answer(String token, Answer answer, Locale language) {
        limits.require(LIMIT);
        Appointment appointment = findAppointment(token).orElseThrow(() -> new BadInput(FIELD, "UNKNOWN_REMINDER"));
        if (appointment.state() == AppointmentState.CANCELLED && answer == Answer.COME) {
            throw new BadInput(FIELD, "UNKNOWN_REMINDER");
        }
        try {
            Appointment answered = answer == Answer.COME
                    ? appointments.confirmFor(appointment.id())
                    : appointments.cancelFor(appointment.id());
            if (answer == Answer.CANCEL) {
                links.noteCancelled(token);
            }
            return show(answered, language);
        } catch (BadInput refused) {
            // The appointment's own door names a field that this request does not have.
            throw new BadInput(FIELD, refused.reason(), refused.arguments().toArray());
        }
    }

    /// A link ends with its appointment, and with its being called off by somebody else.
    private Optional<Appointment> findAppointment(String token) {
        return links.find(token)
                .flatMap(link -> appointments.find(link.appointment())
                        .filter(appointment -> appointment.person() != null)
                        .filter(appointment -> clock.instant().isBefore(appointment.startsAt()))
                        .filter(appointment -> appointment.state() == AppointmentState.BOOKED
                                || (appointment.state() == AppointmentState.CANCELLED && link.cancelled())));
    }

    private Reminder show(Appointment appointment, Locale language) {
        BookableService service = services.get(appointment.service());
        Facility facility = facilities.list(List.of(appointment.facility())).getFirst();
        Instant changeUntil = appointment.startsAt().minus(Duration.ofMinutes(service.changeMinutes()));
        return new Reminder(service, nodes.show(facility, language),
                services.getSchedule(appointment.schedule()).resource(language), appointment.startsAt(),
                appointment.endsAt(), appointment.party(), appointment.state(), appointment.confirmedAt() != null,
                appointment.state() == AppointmentState.BOOKED && clock.instant().isBefore(changeUntil));
    }
}
