package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Offered;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Interval;
import cn.jinlin.api.capacity.Intervals;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Moves appointments to another time or place, all or nothing: they keep their number, and what they were is free at once.
/// Within the caller's transaction, with the appointment's row locked.
@Component
class Moves {

    private static final String ROOM = "input.interval.schedule";

    private final Appointments appointments;
    private final BookingPolicy policy;
    private final Services services;
    private final Places places;
    private final Intervals intervals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(Appointments appointments, BookingPolicy policy, Services services, Places places, Intervals intervals,
            ApplicationEventPublisher events, Clock clock) {
        this.appointments = appointments;
        this.policy = policy;
        this.services = services;
        this.places = places;
        this.intervals = intervals;
        this.events = events;
        this.clock = clock;
    }

    /// @throws BadInput when a rule is broken
    Appointment byResident(UUID actor, Appointment locked, AppointmentInputs.Reschedule input) {
        BookableService service = services.get(locked.service());
        policy.requireInTime(service, locked);
        UUID person = Objects.requireNonNullElse(locked.person(), actor);
        if (input.interval() != null) {
            return toSpan(actor, person, locked, service, input.interval());
        }
        SlotRecord there = getSlot(GlobalId.readNumber(BookingIds.SLOT, Objects.requireNonNull(input.slot()),
                BookingPolicy.SLOT, "UNKNOWN_SLOT"));
        policy.requireOpen(there, false);
        policy.requireReleased(there.releasesAt());
        policy.requireAdmitted(new BookingGate.Wish(actor, person, service, there.id(), there.startsAt()));
        return toSlot(locked, service, there, false);
    }

    /// @throws BadInput UNKNOWN_SLOT, OTHER_SERVICE, SERVICE_NOT_OFFERED, SLOT_FULL, SLOT_CLOSED, SLOT_PAST,
    ///         DOUBLE_BOOKING, APPOINTMENT_OVER
    Appointment byFacility(Appointment locked, long slot) {
        SlotRecord there = getSlot(slot);
        policy.requireOpen(there, true);
        return toSlot(locked, services.get(locked.service()), there, true);
    }

    private Appointment toSlot(Appointment locked, BookableService service, SlotRecord there, boolean byFacility) {
        Schedule schedule = services.getSchedule(there.series());
        if (schedule.serviceId() != locked.service() || locked.slotClaim() == null) {
            throw new BadInput(BookingPolicy.SLOT, "OTHER_SERVICE");
        }
        if (Objects.equals(locked.slot(), there.id())) {
            return locked;
        }
        policy.requireOffered(service, schedule, locked.party());
        policy.requireNotElsewhere(locked.person(), there.startsAt(), there.endsAt(), locked.id());
        Claim claim = moveClaim(locked.slotClaim(), there.id(), locked.channel(), byFacility)
                .orElseThrow(() -> new BadInput(BookingPolicy.SLOT, "SLOT_FULL"));
        return moved(locked, locked.moved(claim, there, schedule, clock.instant()));
    }

    /// Residents move among their own places; a facility keeps people in the kind of place they have where it can.
    private Optional<Claim> moveClaim(UUID claim, long slot, Pool channel, boolean byFacility) {
        if (byFacility) {
            return places.moveAtAnyTime(claim, slot, channel)
                    .or(() -> places.moveAtAnyTime(claim, slot, Pool.ONLINE));
        }
        Optional<Claim> kept = channel == Pool.PRIORITY
                ? places.move(claim, slot, Pool.PRIORITY)
                : Optional.empty();
        return kept.or(() -> places.move(claim, slot, Pool.ONLINE));
    }

    private Appointment toSpan(UUID actor, UUID person, Appointment locked, BookableService service,
            AppointmentInputs.Span to) {
        Schedule schedule = services
                .findSchedule(GlobalId.readNumber(Schedule.TYPE, to.schedule(), ROOM, "UNKNOWN_SCHEDULE"))
                .orElseThrow(() -> new BadInput(ROOM, "UNKNOWN_SCHEDULE"));
        if (schedule.serviceId() != locked.service() || locked.intervalClaim() == null) {
            throw new BadInput(ROOM, "OTHER_SERVICE");
        }
        if (isThere(locked, schedule, to)) {
            return locked;
        }
        policy.requireOffered(service, schedule, locked.party());
        policy.requireInterval(new Offered(service, schedule), to.startsAt(), to.endsAt());
        policy.requireAdmitted(new BookingGate.Wish(actor, person, service, null, to.startsAt()));
        policy.requireNotElsewhere(locked.person(), to.startsAt(), to.endsAt(), locked.id());
        Instant until = to.endsAt().plus(Duration.ofMinutes(schedule.bufferMinutes()));
        Interval taken = intervals.move(locked.intervalClaim(), schedule.id(), to.startsAt(), until)
                .orElseThrow(() -> new BadInput("input.interval", "SLOT_FULL"));
        return moved(locked, locked.moved(taken, to.endsAt(), schedule, clock.instant()));
    }

    private static boolean isThere(Appointment locked, Schedule schedule, AppointmentInputs.Span to) {
        return locked.schedule() == schedule.id() && locked.startsAt().equals(to.startsAt())
                && locked.endsAt().equals(to.endsAt());
    }

    private Appointment moved(Appointment from, Appointment to) {
        appointments.update(to);
        events.publishEvent(new AppointmentMoved(to, from.startsAt()));
        return to;
    }

    private SlotRecord getSlot(long slot) {
        return places.findSlot(slot).orElseThrow(() -> new BadInput(BookingPolicy.SLOT, "UNKNOWN_SLOT"));
    }
}
