package cn.jinlin.api.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one path by which a place of a slot is held, taken, given back or moved. Never oversold: each act is one conditional
/// statement, and the record's constraints stand behind it.
@Service
public class Places {

    /// Holds places for a while. Whoever holds some of the slot already gets the same hold back, unchanged.
    ///
    /// @return empty when there are not that many free for that way of coming, or it is not the time to ask
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> hold(long slot, Pool pool, int places, UUID holder, Instant until) {
        throw new UnsupportedOperationException();
    }

    /// Takes places for good.
    ///
    /// @return empty as with [#hold]
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> take(long slot, Pool pool, int places, UUID holder) {
        throw new UnsupportedOperationException();
    }

    /// Makes a hold good. Of a hold that lapses at the same moment, one of both happens.
    ///
    /// @return false when it lapsed, was given back, or never was
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(UUID claim) {
        throw new UnsupportedOperationException();
    }

    /// Gives places back; they are free at once. Twice is no error.
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID claim) {
        throw new UnsupportedOperationException();
    }

    /// Gives places back and takes as many of another slot, or does neither.
    ///
    /// @return the new claim; empty as with [#hold], and then the old one stands
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> move(UUID claim, long slot, Pool pool) {
        throw new UnsupportedOperationException();
    }

    /// Empty when there is none, or it was given back or lapsed.
    public Optional<Claim> find(UUID claim) {
        throw new UnsupportedOperationException();
    }

    public Optional<SlotRecord> findSlot(long slot) {
        throw new UnsupportedOperationException();
    }

    /// Slots of some series that begin within a span, in order of time; one statement.
    public List<SlotRecord> listSlots(Collection<Long> series, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    /// Makes slots; those whose series and start there are already stay as they are.
    ///
    /// @return how many were made
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(List<NewSlot> slots) {
        throw new UnsupportedOperationException();
    }

    /// From now on nobody gets places of it; those taken stand.
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long slot) {
        throw new UnsupportedOperationException();
    }

    /// Changes how many places there are for residents online.
    ///
    /// @param capacity in all
    /// @return false, and nothing changes, when more are taken already or more are kept for other ways of coming
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean resize(long slot, int capacity) {
        throw new UnsupportedOperationException();
    }
}
