package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.OnBehalf;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.offer.Offered;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Intervals;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Access;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Places that residents hold while they answer questions.
@Service
class HoldService {

    private static final String ACT = "hold";

    private final Places places;
    private final Intervals intervals;
    private final Services services;
    private final BookingPolicy policy;
    private final BookingRules rules;
    private final BookingRequests requests;
    private final Residents residents;
    private final ActingFor actingFor;
    private final Access access;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final FullSlots full;
    private final Turns turns;
    private final Clock clock;

    HoldService(Places places, Intervals intervals, Services services, BookingPolicy policy, BookingRules rules,
            BookingRequests requests, Residents residents, ActingFor actingFor, Access access,
            TransactionTemplate transaction, ApplicationEventPublisher events, FullSlots full, Turns turns,
            Clock clock) {
        this.places = places;
        this.intervals = intervals;
        this.services = services;
        this.policy = policy;
        this.rules = rules;
        this.requests = requests;
        this.residents = residents;
        this.actingFor = actingFor;
        this.access = access;
        this.transaction = transaction;
        this.events = events;
        this.full = full;
        this.turns = turns;
        this.clock = clock;
    }

    /// @throws BadInput when a rule is broken
    Hold hold(AppointmentInputs.HoldSlot input) {
        UUID actor = access.getResident();
        OnBehalf behalf = actingFor.require(actor, person(actor, input.person()), Scope.BOOKING);
        UUID key = BookingIds.readKey(input.idempotencyKey());
        if ((input.slot() == null) == (input.interval() == null)) {
            throw new BadInput(BookingPolicy.SLOT, "SLOT_OR_INTERVAL");
        }
        if (input.slot() == null) {
            return turns.take(() -> getAnswer(() -> holdInterval(behalf, input)));
        }
        long slot = GlobalId.readNumber(BookingIds.SLOT, input.slot(), BookingPolicy.SLOT, "UNKNOWN_SLOT");
        requireNotKnownFull(slot, behalf.actor(), input);
        return turns.take(() -> {
            // Most of those who waited for their turn learn here what happened meanwhile.
            requireNotKnownFull(slot, behalf.actor(), input);
            return holdPlaces(behalf, input, slot, key);
        });
    }

    static UUID person(UUID actor, @org.jspecify.annotations.Nullable String id) {
        return id == null ? actor : GlobalId.readUuid(Resident.TYPE, id, "input.person", "UNKNOWN_PERSON");
    }

    private void requireNotKnownFull(long slot, UUID actor, AppointmentInputs.HoldSlot input) {
        if (full.isFull(slot, actor, Math.max(1, input.party()), input.priority())) {
            throw new BadInput(BookingPolicy.SLOT, "SLOT_FULL");
        }
    }

    /// Whoever comes to a full slot, as most do when wanted places go out, costs no transaction.
    private Hold holdPlaces(OnBehalf behalf, AppointmentInputs.HoldSlot input, long number, UUID key) {
        SlotRecord slot = places.findSlot(number).orElseThrow(() -> new BadInput(BookingPolicy.SLOT, "UNKNOWN_SLOT"));
        policy.requireOpen(slot, false);
        policy.requireReleased(slot.releasesAt());
        Instant now = clock.instant();
        int free = Math.max(slot.freeFor(Pool.ONLINE, now), input.priority() ? slot.freeFor(Pool.PRIORITY, now) : 0);
        if (free < Math.max(1, input.party()) && !places.mayYetGive(number, behalf.actor())) {
            full.remember(slot);
            throw new BadInput(BookingPolicy.SLOT, "SLOT_FULL");
        }
        return getAnswer(() -> {
            residents.lock(behalf.actor());
            Offered offered = services.getOffered(slot.series());
            require(behalf, offered, slot, input);
            boolean isAgain = requests.begin(new BookingRequests.Act(behalf.actor(), key, ACT, number + " "
                    + behalf.person() + ' ' + input.party() + ' ' + input.priority()), new UUID(0, number)).isPresent();
            return isAgain ? getOwn(number, behalf.actor()) : give(slot, behalf.actor(), input);
        });
    }

    private void require(OnBehalf behalf, Offered offered, SlotRecord slot, AppointmentInputs.HoldSlot input) {
        policy.requireOffered(offered.service(), offered.schedule(), input.party());
        policy.requireAdmitted(new BookingGate.Wish(behalf.actor(), behalf.person(), offered.service(), slot.id(),
                slot.startsAt()));
        if (input.priority()) {
            policy.requirePriority(behalf.person());
        }
        policy.requireWithinLimits(offered.service(), behalf.person(), behalf.actor(), slot.startsAt(), slot.endsAt());
        List<Claim> held = places.listHolds(behalf.actor());
        if (held.stream().noneMatch(claim -> claim.slot() == slot.id())) {
            policy.requireFewHolds(held.size());
        }
    }

    private Hold getOwn(long slot, UUID actor) {
        return places.listHolds(actor)
                .stream()
                .filter(claim -> claim.slot() == slot)
                .findFirst()
                .map(Hold::of)
                .orElseThrow(() -> new BadInput(BookingPolicy.SLOT, "HOLD_GONE"));
    }

    /// Whoever may use a kept place uses it first, and leaves the others to the others.
    private Hold give(SlotRecord slot, UUID actor, AppointmentInputs.HoldSlot input) {
        Instant until = earlier(clock.instant().plus(rules.holdFor()), slot.closesAt());
        Optional<Claim> kept = input.priority()
                ? places.hold(slot.id(), Pool.PRIORITY, input.party(), actor, until)
                : Optional.empty();
        return kept.or(() -> places.hold(slot.id(), Pool.ONLINE, input.party(), actor, until))
                .map(Hold::of)
                .orElseThrow(() -> new BadInput(BookingPolicy.SLOT, "SLOT_FULL"));
    }

    private Hold holdInterval(OnBehalf behalf, AppointmentInputs.HoldSlot input) {
        AppointmentInputs.Span span = java.util.Objects.requireNonNull(input.interval());
        String field = "input.interval.schedule";
        Offered offered = services
                .findOffered(GlobalId.readNumber(Schedule.TYPE, span.schedule(), field, "UNKNOWN_SCHEDULE"))
                .orElseThrow(() -> new BadInput(field, "UNKNOWN_SCHEDULE"));
        residents.lock(behalf.actor());
        Schedule schedule = offered.schedule();
        policy.requireOffered(offered.service(), schedule, input.party());
        policy.requireInterval(offered, span.startsAt(), span.endsAt());
        policy.requireAdmitted(new BookingGate.Wish(behalf.actor(), behalf.person(), offered.service(), null,
                span.startsAt()));
        policy.requireWithinLimits(offered.service(), behalf.person(), behalf.actor(), span.startsAt(), span.endsAt());
        policy.requireFewHolds(intervals.listHolds(behalf.actor()).size());
        return Hold.of(intervals
                .hold(schedule.id(), span.startsAt(), span.endsAt().plus(Duration.ofMinutes(schedule.bufferMinutes())),
                        behalf.actor(), clock.instant().plus(rules.holdFor()))
                .orElseThrow(() -> new BadInput("input.interval", "SLOT_FULL")));
    }

    /// @throws BadInput HOLD_GONE also for another's
    @Transactional
    void release(UUID hold) {
        UUID actor = access.getResident();
        boolean isPlaces = places.find(hold)
                .filter(claim -> claim.isHold() && claim.holder().equals(actor))
                .isPresent();
        boolean isInterval = intervals.find(hold)
                .filter(interval -> interval.heldUntil() != null && interval.holder().equals(actor))
                .isPresent();
        if (isPlaces) {
            places.giveBack(hold);
        } else if (isInterval) {
            intervals.giveBack(hold);
        } else {
            throw new BadInput("input.hold", "HOLD_GONE");
        }
        events.publishEvent(new HoldReleased(hold));
    }

    private Hold getAnswer(java.util.function.Supplier<Hold> act) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
