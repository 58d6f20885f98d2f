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

    /// @return empty when it overlaps another's
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Interval> hold(long series, Instant from, Instant to, UUID holder, Instant until) {
        throw new UnsupportedOperationException();
    }

    /// @return empty when it overlaps another's
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Interval> take(long series, Instant from, Instant to, UUID holder) {
        throw new UnsupportedOperationException();
    }

    /// @return false when it lapsed, was given back, or never was
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(UUID interval) {
        throw new UnsupportedOperationException();
    }

    /// Twice is no error.
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID interval) {
        throw new UnsupportedOperationException();
    }

    /// Empty when there is none, or it was given back or lapsed.
    public Optional<Interval> find(UUID interval) {
        throw new UnsupportedOperationException();
    }

    /// Spans held or taken that touch a span of time, in order; one statement.
    public List<Interval> list(Collection<Long> series, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }
}
