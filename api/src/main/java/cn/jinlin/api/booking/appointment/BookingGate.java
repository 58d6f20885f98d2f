package cn.jinlin.api.booking.appointment;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;

/// Lets a resident hold and book, or refuses: the waiting room, the lottery, a block after missed appointments. Each topic
/// of booking with such a rule has a bean of it. Not asked for what staff book.
public interface BookingGate {

    /// What is wanted.
    ///
    /// @param actor who asks
    /// @param person for whom
    /// @param slot null for a court or room
    /// @param startsAt when it begins
    record Wish(UUID actor, UUID person, BookableService service, @Nullable Long slot, Instant startsAt) {}

    /// @throws BadInput with the gate's own code, at `input.slot`
    void require(Wish wish);
}
