package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.appointment.BookingRequests.Act;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.Intervals;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Access;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to appointments. Whatever happens to one goes through here: the same transitions and the same path to places,
/// whoever asks. Locks are taken in the order that [Places] names.
@Service
public class AppointmentService {

    private static final String FIELD = "input.appointment";
    private static final String BY_RESIDENT = "BY_RESIDENT";
    private static final String ERASED = "PERSON_LEFT";

    private final Bookings bookings;
    private final Moves moves;
    private final Appointments appointments;
    private final BookingAnswers answers;
    private final BookingPolicy policy;
    private final BookingRequests requests;
    private final Places places;
    private final Intervals intervals;
    private final Services services;
    private final Residents residents;
    private final ActingFor actingFor;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentService(Bookings bookings, Moves moves, Appointments appointments, BookingAnswers answers,
            BookingPolicy policy,
            BookingRequests requests, Places places, Intervals intervals, Services services, Residents residents,
            ActingFor actingFor, Access access, ApplicationEventPublisher events, Clock clock) {
        this.bookings = bookings;
        this.moves = moves;
        this.appointments = appointments;
        this.answers = answers;
        this.policy = policy;
        this.requests = requests;
        this.places = places;
        this.intervals = intervals;
        this.services = services;
        this.residents = residents;
        this.actingFor = actingFor;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /// Whoever's it is; callers answer for having the right.
    public Optional<Appointment> find(UUID id) {
        return appointments.find(id);
    }

    /// By what is told at the desk; callers answer for having the right.
    public Optional<Appointment> findByNumber(String number) {
        return appointments.findByNumber(number);
    }

    /// All that were made for a person or by them, for the copy of their data; newest last.
    public List<Appointment> listAll(UUID resident) {
        return appointments.listAll(resident);
    }

    /// Answers by appointment, of those that have any; callers answer for having the right.
    public Map<UUID, List<Answer>> listAnswers(Collection<UUID> ids) {
        Map<UUID, List<Answer>> opened = new java.util.HashMap<>();
        appointments.listAnswers(ids).forEach((id, sealed) -> opened.put(id, answers.open(id, sealed)));
        return opened;
    }

    /// @throws BadInput when a rule is broken
    @Transactional
    Appointment book(AppointmentInputs.Book input) {
        return bookings.book(input);
    }

    /// Books for staff: residents' limits do not hold, everything else does. Callers answer for having the right.
    ///
    /// @throws BadInput UNKNOWN_SLOT, SLOT_FULL, SLOT_CLOSED, SLOT_PAST, NOT_YET_RELEASED, SERVICE_NOT_OFFERED,
    ///         PARTY_OUT_OF_RANGE, DOUBLE_BOOKING
    @Transactional
    public Appointment bookAtDesk(DeskBooking booking) {
        return bookings.bookAtDesk(booking);
    }

    /// @throws BadInput when a rule is broken
    @Transactional
    Appointment reschedule(AppointmentInputs.Reschedule input) {
        UUID actor = access.getResident();
        Appointment known = getOwn(input.appointment(), actor);
        lockPeople(actor, known);
        Appointment locked = getLocked(known.id());
        if ((input.slot() == null) == (input.interval() == null)) {
            throw new BadInput(BookingPolicy.SLOT, "SLOT_OR_INTERVAL");
        }
        Act act = new Act(actor, BookingIds.readKey(input.idempotencyKey()), "reschedule",
                input.appointment() + ' ' + Objects.requireNonNullElse(input.slot(), String.valueOf(input.interval())));
        return requests.begin(act, locked.id()).isPresent() ? locked : moves.byResident(actor, locked, input);
    }

    /// @throws BadInput when a rule is broken
    @Transactional
    Appointment cancel(AppointmentInputs.Cancel input) {
        UUID actor = access.getResident();
        Appointment locked = getLocked(getOwn(input.appointment(), actor).id());
        Act act = new Act(actor, BookingIds.readKey(input.idempotencyKey()), "cancel", input.appointment());
        return requests.begin(act, locked.id()).isPresent() ? locked : cancelInTime(locked);
    }

    private Appointment cancelInTime(Appointment locked) {
        if (locked.state() != AppointmentState.CANCELLED) {
            policy.requireInTime(services.get(locked.service()), locked);
        }
        return cancel(locked, BY_RESIDENT);
    }

    private Appointment cancel(Appointment locked, String reason) {
        if (locked.state() == AppointmentState.CANCELLED) {
            return locked;
        }
        Appointment cancelled = locked.cancelled(reason, clock.instant());
        Appointment done = changed(cancelled, new AppointmentCancelled(cancelled, reason));
        if (locked.slotClaim() != null) {
            places.giveBack(locked.slotClaim());
        }
        if (locked.intervalClaim() != null) {
            intervals.giveBack(locked.intervalClaim());
        }
        return done;
    }

    /// @throws BadInput when a rule is broken
    @Transactional
    Appointment confirm(AppointmentInputs.Confirm input) {
        return confirmed(getLocked(getOwn(input.appointment(), access.getResident()).id()));
    }

    /// Says that the person will come, for whoever proved their right otherwise, as by a link. Twice is no error.
    ///
    /// @throws BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment confirmFor(UUID id) {
        return confirmed(getLocked(id));
    }

    private Appointment confirmed(Appointment locked) {
        if (locked.stands() && locked.confirmedAt() != null) {
            return locked;
        }
        Appointment confirmed = locked.confirmed(clock.instant());
        return changed(confirmed, new AppointmentConfirmed(confirmed));
    }

    /// Called off in the person's name, for whoever proved their right otherwise, as by a link. Twice is no error.
    ///
    /// @throws BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER, TOO_LATE_TO_CHANGE
    @Transactional
    public Appointment cancelFor(UUID id) {
        return cancelInTime(getLocked(id));
    }

    /// Called off by the facility, at any time before it is served. Cancelling twice is no error. Callers answer for having
    /// the right, here and below.
    ///
    /// @param reason code, and with the prefix `APPOINTMENT_CANCELLED_` the key of its message
    /// @throws BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment cancelByFacility(UUID id, String reason) {
        return cancel(getLocked(id), reason);
    }

    /// Moved by the facility to another slot of the same service, all or nothing; before the release and after the closing
    /// too.
    ///
    /// @throws BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER, UNKNOWN_SLOT, OTHER_SERVICE, SERVICE_NOT_OFFERED,
    ///         SLOT_FULL, SLOT_CLOSED, SLOT_PAST, DOUBLE_BOOKING
    @Transactional
    public Appointment moveByFacility(UUID id, long slot) {
        Appointment known = appointments.find(id).orElseThrow(AppointmentService::unknown);
        if (known.person() != null) {
            residents.lock(known.person());
        }
        Appointment locked = getLocked(id);
        return moves.byFacility(locked, slot);
    }

    /// The person is there. Twice is no error.
    ///
    /// @throws BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment arrive(UUID id) {
        Appointment locked = getLocked(id);
        if (locked.state() == AppointmentState.ARRIVED) {
            return locked;
        }
        Appointment arrived = locked.arrived(clock.instant());
        return changed(arrived, new AppointmentArrived(arrived));
    }

    /// It is done. Twice is no error.
    ///
    /// @throws BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment serve(UUID id) {
        Appointment locked = getLocked(id);
        if (locked.state() == AppointmentState.SERVED) {
            return locked;
        }
        Appointment served = locked.served(clock.instant());
        return changed(served, new AppointmentServed(served));
    }

    /// Nobody came. Twice is no error.
    ///
    /// @throws BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment missed(UUID id) {
        Appointment locked = getLocked(id);
        if (locked.state() == AppointmentState.NO_SHOW) {
            return locked;
        }
        Appointment missed = locked.missed(clock.instant());
        return changed(missed, new AppointmentMissed(missed));
    }

    /// Cancels what is to come for a person, and takes them and what they said out of the rest.
    @Transactional
    public Forgotten forget(UUID resident) {
        Instant now = clock.instant();
        List<Appointment> toCome = appointments.listAll(resident)
                .stream()
                .filter(own -> resident.equals(own.person()) && own.stands() && own.endsAt().isAfter(now))
                .sorted(java.util.Comparator.comparingLong(own -> own.slot() == null ? 0L : own.slot()))
                .toList();
        toCome.forEach(own -> cancel(getLocked(own.id()), ERASED));
        places.listHolds(resident).forEach(claim -> places.giveBack(claim.id()));
        intervals.listHolds(resident).forEach(span -> intervals.giveBack(span.id()));
        requests.forget(resident);
        return new Forgotten(toCome.size(), appointments.deidentify(resident));
    }

    private Appointment changed(Appointment changed, AppointmentChanged event) {
        appointments.update(changed);
        events.publishEvent(event);
        return changed;
    }

    private Appointment getLocked(UUID id) {
        return appointments.lock(id).orElseThrow(AppointmentService::unknown);
    }

    /// Whoever's it is not learns nothing, not even that it exists.
    private Appointment getOwn(String id, UUID actor) {
        return GlobalId.findUuid(Appointment.TYPE, id)
                .flatMap(appointments::find)
                .filter(found -> mayChange(actor, found))
                .orElseThrow(AppointmentService::unknown);
    }

    /// The person, and whoever may act for them today.
    boolean mayChange(UUID actor, Appointment appointment) {
        if (appointment.person() == null) {
            return false;
        }
        try {
            actingFor.require(actor, appointment.person(), Scope.BOOKING);
            return true;
        } catch (AccessDeniedException _) {
            return false;
        }
    }

    private void lockPeople(UUID actor, Appointment appointment) {
        lock(actor, Objects.requireNonNullElse(appointment.person(), actor));
    }

    private void lock(UUID one, UUID other) {
        Stream.of(one, other).distinct().sorted().forEach(residents::lock);
    }

    private static BadInput unknown() {
        return new BadInput(FIELD, "UNKNOWN_APPOINTMENT");
    }
}
