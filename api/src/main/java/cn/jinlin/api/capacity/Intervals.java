package cn.jinlin.api.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The one path by which a span of a court or room is held, taken or given back. Two that overlap cannot both stand.
@Service
public class Intervals {

    private final IntervalRows rows;

    Intervals(IntervalRows rows) {
        this.rows = rows;
    }

    /// Whoever holds just that span already gets the same hold back, unchanged.
    ///
    /// @return empty when it overlaps another's
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Interval> hold(long series, Instant from, Instant to, UUID holder, Instant until) {
        return insert(new Interval(UUID.randomUUID(), series, from, to, holder, until))
                .or(() -> rows.findHold(series, from, to, holder));
    }

    /// @return empty when it overlaps another's
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Interval> take(long series, Instant from, Instant to, UUID holder) {
        return insert(new Interval(UUID.randomUUID(), series, from, to, holder, null));
    }

    /// Gives a span back and takes another of the same or another series, or does neither; it may overlap the old one.
    ///
    /// @return the new one; empty when it overlaps another's, and then the old one stands
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Interval> move(UUID interval, long series, Instant from, Instant to) {
        Optional<Interval> known = rows.find(interval);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        // Two who want each other's time would wait for each other.
        rows.lockMoves(known.get().series(), series);
        return rows.find(interval).filter(old -> old.heldUntil() == null).flatMap(old -> {
            rows.giveBack(interval);
            Optional<Interval> made = take(series, from, to, old.holder());
            if (made.isEmpty()) {
                // Whoever wants this time waits for us, so it is still ours.
                rows.takeAgain(interval);
            }
            return made;
        });
    }

    private Optional<Interval> insert(Interval wanted) {
        return rows.insert(wanted) || (rows.giveLapsedBack(wanted) > 0 && rows.insert(wanted))
                ? Optional.of(wanted)
                : Optional.empty();
    }

    /// Makes a hold good. Of a hold that lapses at the same moment, one of both happens.
    ///
    /// @return false when it lapsed, was given back, or never was
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(UUID interval) {
        return rows.keep(interval);
    }

    /// Twice is no error.
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID interval) {
        rows.giveBack(interval);
    }

    /// Empty when there is none, or it was given back or lapsed.
    public Optional<Interval> find(UUID interval) {
        return rows.find(interval);
    }

    /// What somebody holds; those that lapse first lead.
    public List<Interval> listHolds(UUID holder) {
        return rows.listHolds(holder);
    }

    /// Spans held or taken that touch a span of time, in order; one statement.
    public List<Interval> list(Collection<Long> series, Instant from, Instant to) {
        return rows.list(series, from, to);
    }
}
