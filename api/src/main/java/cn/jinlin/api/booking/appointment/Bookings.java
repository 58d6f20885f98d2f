package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.OnBehalf;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.appointment.BookingRequests.Act;
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
import cn.jinlin.api.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Makes appointments: of what a resident holds, or at a desk. Within the caller's transaction.
@Component
class Bookings {

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

    Bookings(Appointments appointments, BookingAnswers answers, BookingPolicy policy, BookingRequests requests,
            Places places, Intervals intervals, Services services, Residents residents, ActingFor actingFor,
            Access access, ApplicationEventPublisher events, Clock clock) {
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

    /// Where an appointment begins and ends, and in what.
    private record Where(@Nullable UUID slotClaim, @Nullable UUID intervalClaim, @Nullable Long slot, Offered offered,
            Instant startsAt, Instant endsAt, Pool channel, int party) {}

    /// @throws BadInput when a rule is broken
    Appointment book(AppointmentInputs.Book input) {
        UUID actor = access.getResident();
        OnBehalf behalf = actingFor.require(actor, HoldService.person(actor, input.person()), Scope.BOOKING);
        UUID hold = GlobalId.readUuid(BookingIds.HOLD, input.hold(), "input.hold", "HOLD_GONE");
        lock(behalf.actor(), behalf.person());
        UUID id = UUID.randomUUID();
        Act act = new Act(actor, BookingIds.readKey(input.idempotencyKey()), "book",
                input.hold() + ' ' + behalf.person() + ' ' + sorted(input.answers()));
        Optional<UUID> before = requests.begin(act, id);
        if (before.isPresent()) {
            return appointments.get(before.get());
        }
        Where where = places.find(hold)
                .filter(claim -> claim.isHold() && claim.holder().equals(actor))
                .map(this::where)
                .or(() -> intervals.find(hold)
                        .filter(span -> span.heldUntil() != null && span.holder().equals(actor))
                        .map(this::where))
                .orElseThrow(() -> new BadInput("input.hold", "HOLD_GONE"));
        BookableService service = where.offered().service();
        policy.requireOffered(service, where.offered().schedule(), where.party());
        policy.requireMaterialsRead(service, input.materialsRead());
        List<Answer> said = BookingAnswers.check(service.questions(), input.answers());
        if (where.channel() == Pool.PRIORITY) {
            policy.requirePriority(behalf.person());
        }
        policy.requireAdmitted(new BookingGate.Wish(actor, behalf.person(), service, where.slot(), where.startsAt()));
        policy.requireWithinLimits(service, behalf.person(), actor, where.startsAt(), where.endsAt());
        if (!(where.slotClaim() == null ? intervals.keep(hold) : places.keep(hold))) {
            throw new BadInput("input.hold", "HOLD_GONE");
        }
        return booked(made(id, where, behalf.person(), behalf, null), answers.seal(id, said));
    }

    /// In one order, however a client sends them: the same answers are the same act.
    private static String sorted(List<Answer> given) {
        return given.stream().map(answer -> answer.question() + '=' + answer.answer()).sorted().toList().toString();
    }

    private Where where(Claim claim) {
        SlotRecord slot = places.findSlot(claim.slot()).orElseThrow();
        return new Where(claim.id(), null, slot.id(), services.getOffered(slot.series()), slot.startsAt(),
                slot.endsAt(), claim.pool(), claim.places());
    }

    private Where where(Interval span) {
        Offered offered = services.getOffered(span.series());
        return new Where(null, span.id(), null, offered, span.startsAt(),
                span.endsAt().minusSeconds(60L * offered.schedule().bufferMinutes()), Pool.ONLINE, 1);
    }

    private Appointment made(UUID id, Where where, @Nullable UUID person, @Nullable OnBehalf behalf,
            @Nullable UUID staff) {
        Instant now = clock.instant();
        Schedule schedule = where.offered().schedule();
        return new Appointment(id, "", schedule.serviceId(), schedule.id(), schedule.facilityId(),
                where.slotClaim(), where.intervalClaim(), where.slot(), where.startsAt(), where.endsAt(), person,
                behalf == null ? null : behalf.actor(), behalf == null ? null : behalf.proxy(), staff, where.channel(),
                where.party(), AppointmentState.BOOKED, 0, null, now, now, null);
    }

    private Appointment booked(Appointment made, byte @Nullable [] sealed) {
        Appointment numbered = appointments.insert(made, sealed);
        events.publishEvent(new AppointmentBooked(numbered));
        return numbered;
    }

    /// Books for staff: residents' limits do not hold, everything else does. Callers answer for having the right.
    ///
    /// @throws BadInput UNKNOWN_SLOT, SLOT_FULL, SLOT_CLOSED, SLOT_PAST, NOT_YET_RELEASED, SERVICE_NOT_OFFERED,
    ///         PARTY_OUT_OF_RANGE, DOUBLE_BOOKING
    Appointment bookAtDesk(DeskBooking booking) {
        UUID staff = access.getCaller().subject().id();
        if (booking.person() != null) {
            residents.lock(booking.person());
        }
        UUID id = UUID.randomUUID();
        Optional<UUID> before = requests.begin(new Act(staff, booking.key(), "bookAtDesk", booking.toString()), id);
        if (before.isPresent()) {
            return appointments.get(before.get());
        }
        SlotRecord slot = getSlot(booking.slot());
        Offered offered = services.getOffered(slot.series());
        policy.requireOpen(slot, true);
        policy.requireOffered(offered.service(), offered.schedule(), booking.party());
        policy.requireNotElsewhere(booking.person(), slot.startsAt(), slot.endsAt(), null);
        if (booking.pool() != Pool.WALK_IN) {
            policy.requireReleased(slot.releasesAt());
        }
        Claim claim = places.take(slot.id(), booking.pool(), booking.party(), staff)
                .orElseThrow(() -> new BadInput(BookingPolicy.SLOT, "SLOT_FULL"));
        return booked(made(id, where(claim), booking.person(), null, staff), null);
    }

    private SlotRecord getSlot(long slot) {
        return places.findSlot(slot).orElseThrow(() -> new BadInput(BookingPolicy.SLOT, "UNKNOWN_SLOT"));
    }

    private void lock(UUID one, UUID other) {
        Stream.of(one, other).distinct().sorted().forEach(residents::lock);
    }
}
