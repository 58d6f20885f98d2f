package cn.jinlin.api.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.capacity.ClaimRows.Raised;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one path by which a place of a slot is held, taken, given back or moved. Never oversold: each act is one conditional
/// statement, and the record's constraints stand behind it.
///
/// Everybody locks in one order, so that nobody waits in a circle: people by id, the appointment's row, slots by id, claims,
/// and last whoever waits for places. A transaction that touches several slots does so by one act of this class each, in the
/// order of their ids.
@Service("placesOfSlots")
public class Places {

    private final SlotRows slots;
    private final ClaimRows claims;
    private final ApplicationEventPublisher events;

    Places(SlotRows slots, ClaimRows claims, ApplicationEventPublisher events) {
        this.slots = slots;
        this.claims = claims;
        this.events = events;
    }

    /// Holds places for a while. Whoever holds some of the slot already gets the same hold back, unchanged.
    ///
    /// @return empty when there are not that many free for that way of coming, or it is not the time to ask
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> hold(long slot, Pool pool, int places, UUID holder, Instant until) {
        Claim wanted = new Claim(UUID.randomUUID(), slot, pool, places, holder, until);
        return switch (claims.raise(wanted, false)) {
            case GRANTED -> Optional.of(wanted);
            case TWICE -> {
                claims.lower(wanted);
                reclaim(slot);
                yield claims.findHold(slot, holder).or(() -> raiseOnce(wanted, false));
            }
            case REFUSED -> {
                boolean freed = claims.hasLapsed(slot) && reclaimLocked(slot);
                yield claims.findHold(slot, holder).or(() -> freed ? raiseOnce(wanted, false) : Optional.empty());
            }
        };
    }

    /// Takes places for good.
    ///
    /// @return empty as with [#hold]
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> take(long slot, Pool pool, int places, UUID holder) {
        return raise(new Claim(UUID.randomUUID(), slot, pool, places, holder, null), false);
    }

    /// Makes a hold good. Of a hold that lapses at the same moment, one of both happens.
    ///
    /// @return false when it lapsed, was given back, or never was
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(UUID claim) {
        return claims.keep(claim);
    }

    /// Gives places back; they are free at once. Twice is no error.
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID claim) {
        claims.findSlotOf(claim).ifPresent(slot -> {
            slots.lock(List.of(slot));
            if (claims.giveBack(claim)) {
                events.publishEvent(new PlacesFreed(slot));
            }
        });
    }

    /// Gives places back and takes as many of another slot, or does neither.
    ///
    /// @return the new claim; empty as with [#hold], and then the old one stands
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> move(UUID claim, long slot, Pool pool) {
        return move(claim, slot, pool, false);
    }

    /// The same for a facility that moves people itself, before the release and after the closing too.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> moveAtAnyTime(UUID claim, long slot, Pool pool) {
        return move(claim, slot, pool, true);
    }

    private Optional<Claim> move(UUID claim, long slot, Pool pool, boolean untimed) {
        Claim old = claims.find(claim).orElse(null);
        if (old == null) {
            return Optional.empty();
        }
        slots.lock(List.of(old.slot(), slot));
        Claim wanted = new Claim(UUID.randomUUID(), slot, pool, old.places(), old.holder(), null);
        Optional<Claim> made = raise(wanted, untimed);
        if (made.isPresent() && !claims.giveBack(claim)) {
            throw new IllegalStateException("Given back while it was moved: " + claim);
        }
        made.ifPresent(_ -> events.publishEvent(new PlacesFreed(old.slot())));
        return made;
    }

    /// Empty when there is none, or it was given back or lapsed.
    public Optional<Claim> find(UUID claim) {
        return claims.find(claim);
    }

    /// What somebody holds; those that lapse first lead.
    public List<Claim> listHolds(UUID holder) {
        return claims.listHolds(holder);
    }

    public Optional<SlotRecord> findSlot(long slot) {
        return slots.find(slot);
    }

    /// A slot as it stays until the transaction ends, for whoever decides by how full it is.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<SlotRecord> findLocked(long slot) {
        slots.lock(List.of(slot));
        return slots.find(slot);
    }

    /// Those there are, in no order; one statement.
    public List<SlotRecord> listSlots(Collection<Long> ids) {
        return slots.list(ids);
    }

    /// Slots of some series that begin within a span, in order of time; one statement.
    public List<SlotRecord> listSlots(Collection<Long> series, Instant from, Instant to) {
        return slots.list(series, from, to);
    }

    /// Whether a slot that looks full may still give that holder something: because a hold in it has lapsed that nobody gave
    /// back yet, or because they hold places of it themselves.
    public boolean mayYetGive(long slot, UUID holder) {
        return claims.hasLapsedOrOwn(slot, holder);
    }

    /// Who holds something of a slot, lapsed or not.
    public List<Claim> listHoldsOf(long slot) {
        return claims.listHoldsOf(slot);
    }

    /// Makes slots; those whose series and start there are already stay as they are.
    ///
    /// @return how many were made
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(List<NewSlot> made) {
        return made.isEmpty() ? 0 : slots.add(made);
    }

    /// From now on nobody gets places of it; those taken stand.
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long slot) {
        slots.open(slot, false);
    }

    /// Takes closing back.
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(long slot) {
        slots.open(slot, true);
        events.publishEvent(new PlacesFreed(slot));
    }

    /// Changes how many places there are for residents online.
    ///
    /// @param capacity in all
    /// @return false, and nothing changes, when more are taken already or more are kept for other ways of coming
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean resize(long slot, int capacity) {
        boolean resized = slots.resize(slot, capacity);
        if (resized) {
            events.publishEvent(new PlacesFreed(slot));
        }
        return resized;
    }

    /// Gives back what has lapsed in slots that nobody is at work on.
    ///
    /// @return whether something was
    @Transactional
    public boolean sweep(long slot) {
        return slots.lockIfFree(slot) && reclaimLocked(slot);
    }

    /// Slots in which holds have lapsed, at most so many.
    public List<Long> listLapsed(int most) {
        return claims.listLapsed(most);
    }

    /// A slot is only called full once what has lapsed in it was given back.
    private Optional<Claim> raise(Claim wanted, boolean untimed) {
        return raiseOnce(wanted, untimed)
                .or(() -> claims.hasLapsed(wanted.slot()) && reclaim(wanted.slot())
                        ? raiseOnce(wanted, untimed)
                        : Optional.empty());
    }

    private Optional<Claim> raiseOnce(Claim wanted, boolean untimed) {
        return claims.raise(wanted, untimed) == Raised.GRANTED ? Optional.of(wanted) : Optional.empty();
    }

    private boolean reclaim(long slot) {
        slots.lock(List.of(slot));
        return reclaimLocked(slot);
    }

    private boolean reclaimLocked(long slot) {
        List<UUID> lapsed = claims.giveLapsedBack(slot);
        if (!lapsed.isEmpty()) {
            events.publishEvent(new HoldsLapsed(slot, lapsed));
            events.publishEvent(new PlacesFreed(slot));
        }
        return !lapsed.isEmpty();
    }
}
