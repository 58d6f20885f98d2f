package cn.jinlin.api.booking.release;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.BookingGate;
import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Nobody gets a wanted place before their turn, nor by somebody else's name.
@Component
class ReleaseGate implements BookingGate {

    private static final String SLOT = "input.slot";

    private final Releases releases;
    private final ReleaseTickets tickets;
    private final Places places;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseGate(Releases releases, ReleaseTickets tickets, Places places, JdbcClient jdbc, Clock clock) {
        this.releases = releases;
        this.tickets = tickets;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @throws BadInput NO_TICKET, NOT_YOUR_TURN, LOTTERY_NOT_DRAWN, NAME_TRANSFER
    @Override
    public void require(Wish wish) {
        if (wish.service().release() == SlotRelease.AT_ONCE || wish.slot() == null) {
            return;
        }
        SlotRecord slot = places.findSlot(wish.slot()).orElseThrow(() -> new BadInput(SLOT, "UNKNOWN_SLOT"));
        ReleaseRule rule = releases.rule(wish.service().id());
        requireSameName(wish, slot.id(), rule.noTransfer());
        Optional<Release> release = releases.find(wish.service().id(), slot.releasesAt());
        if (release.isPresent() && release.get().kind() == SlotRelease.LOTTERY) {
            requireDrawn(release.get());
            requireNameOfWinner(wish, slot.id(), rule.noTransfer());
        } else if (release.isPresent()) {
            requireTurn(release.get(), rule, wish.actor());
        }
    }

    private static void requireDrawn(Release release) {
        if (!release.isDrawn()) {
            throw new BadInput(SLOT, "LOTTERY_NOT_DRAWN");
        }
    }

    /// What was won for one person is booked for that person.
    private void requireNameOfWinner(Wish wish, long slot, Duration noTransfer) {
        boolean isWonForAnother = jdbc.sql("""
                select exists (select from lottery_entry e join slot_claim c on c.id = e.claim and c.state = 'HELD'
                 where e.actor_id = :actor and e.slot_id = :slot and e.state = 'WON' and e.person_id <> :person)""")
                .param("actor", wish.actor())
                .param("slot", slot)
                .param("person", wish.person())
                .query((row, _) -> row.getBoolean(1))
                .single();
        if (isWonForAnother) {
            throw new BadInput(SLOT, "NAME_TRANSFER", noTransfer.toHours());
        }
    }

    private void requireTurn(Release release, ReleaseRule rule, UUID actor) {
        Instant now = clock.instant();
        if (!now.isBefore(release.releasesAt().plus(rule.roomLasts()))) {
            return;
        }
        ReleaseTicket ticket = tickets.find(release.id(), actor).orElseThrow(() -> new BadInput(SLOT, "NO_TICKET"));
        if (ticket.stateAt(now) != ReleaseTicket.State.ADMITTED) {
            throw new BadInput(SLOT, "NOT_YOUR_TURN");
        }
    }

    /// A place that was got by one name and passed on to another by cancelling it at an agreed moment is what touts live
    /// on.
    private void requireSameName(Wish wish, long slot, Duration noTransfer) {
        boolean passesOn = jdbc.sql("""
                select exists (select from appointment
                 where actor_id = :actor and slot_id = :slot and state = 'CANCELLED' and reason = 'BY_RESIDENT'
                   and person_id <> :person and changed_at > :since)""")
                .param("actor", wish.actor())
                .param("slot", slot)
                .param("person", wish.person())
                .param("since", Timestamp.from(clock.instant().minus(noTransfer)))
                .query((row, _) -> row.getBoolean(1))
                .single();
        if (passesOn) {
            throw new BadInput(SLOT, "NAME_TRANSFER", noTransfer.toHours());
        }
    }
}
