package cn.jinlin.api.booking.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import cn.jinlin.api.booking.appointment.AppointmentBooked;
import cn.jinlin.api.booking.appointment.HoldReleased;
import cn.jinlin.api.booking.waitlist.WaitlistEntry.State;
import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.HoldsLapsed;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.PlacesFreed;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Offers freed places to whoever waits, in order, within the transaction that frees them: nobody from outside gets between.
/// The slot is locked then, so no two offer the same place, and an offer is a hold like any other.
@Component
class Promotion {

    private static final int MOST = 50;

    private final WaitlistEntries entries;
    private final Places places;
    private final WaitlistRules rules;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Promotion(WaitlistEntries entries, Places places, WaitlistRules rules, Clock clock,
            ApplicationEventPublisher events) {
        this.entries = entries;
        this.places = places;
        this.rules = rules;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void onFreed(PlacesFreed freed) {
        List<WaitlistEntry> waiting = entries.listWaiting(freed.slot(), MOST);
        if (waiting.isEmpty()) {
            return;
        }
        SlotRecord slot = places.findSlot(freed.slot()).orElseThrow();
        for (WaitlistEntry next : waiting) {
            // A family too large for what is free does not keep the smaller ones behind it waiting.
            if (slot.freeFor(Pool.ONLINE, clock.instant()) >= next.party()) {
                offer(slot, next);
                slot = places.findSlot(freed.slot()).orElseThrow();
            }
        }
    }

    private void offer(SlotRecord slot, WaitlistEntry next) {
        Instant now = clock.instant();
        Instant until = earliest(now.plus(rules.offerFor()), slot.closesAt(), slot.startsAt());
        if (next.actor() == null || !now.isBefore(until) || holds(next)) {
            return;
        }
        places.hold(slot.id(), Pool.ONLINE, next.party(), next.actor(), until).ifPresent(claim -> give(next, claim));
    }

    /// Whoever holds other places of the slot, as for another member of the family, is offered more once those are settled.
    private boolean holds(WaitlistEntry next) {
        return places.listHolds(Objects.requireNonNull(next.actor()))
                .stream()
                .anyMatch(claim -> claim.slot() == next.slot());
    }

    private void give(WaitlistEntry next, Claim claim) {
        if (!entries.offer(next.id(), claim.id())) {
            places.giveBack(claim.id());
            return;
        }
        events.publishEvent(new WaitlistOffered(entries.find(next.id()).orElseThrow()));
    }

    @EventListener
    void onLapse(HoldsLapsed lapsed) {
        entries.end(lapsed.claims(), State.LAPSED);
    }

    @EventListener
    void onRelease(HoldReleased released) {
        entries.end(List.of(released.claim()), State.LEFT);
    }

    @EventListener
    void onBooking(AppointmentBooked booked) {
        if (booked.appointment().slotClaim() != null) {
            entries.end(List.of(booked.appointment().slotClaim()), State.TAKEN);
        }
    }

    private static Instant earliest(Instant one, Instant other, Instant third) {
        Instant both = one.isBefore(other) ? one : other;
        return both.isBefore(third) ? both : third;
    }
}
