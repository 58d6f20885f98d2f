package cn.jinlin.api.booking.release;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.limits.RateLimits;
import cn.jinlin.api.security.Access;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The line before wanted places. Whoever is there before the hour gets a random place in it; whoever comes later stands
/// behind.
@Service
class WaitingRoom {

    private static final String PURPOSE = "waiting-room";

    private final Releases releases;
    private final ReleaseTickets tickets;
    private final Drawing drawing;
    private final RateLimits limits;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WaitingRoom(Releases releases, ReleaseTickets tickets, Drawing drawing, RateLimits limits, Access access,
            TransactionTemplate transaction, Clock clock) {
        this.releases = releases;
        this.tickets = tickets;
        this.drawing = drawing;
        this.limits = limits;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Coming again changes nothing: the ticket stays.
    ///
    /// @throws BadInput UNKNOWN_RELEASE, ROOM_NOT_OPEN_YET, ROOM_NOT_NEEDED
    ReleaseTicket enter(UUID id) {
        UUID resident = access.getResident();
        limits.require(PURPOSE);
        Release release = releases.find(id)
                .filter(found -> found.kind() == SlotRelease.WAITING_ROOM)
                .orElseThrow(() -> new BadInput("input.release", "UNKNOWN_RELEASE"));
        return tickets.find(id, resident).orElseGet(() -> enter(release, resident));
    }

    private ReleaseTicket enter(Release release, UUID resident) {
        Instant now = clock.instant();
        ReleaseRule rule = releases.rule(release.service());
        if (now.isBefore(release.releasesAt().minus(rule.roomOpens()))) {
            throw new BadInput("input.release", "ROOM_NOT_OPEN_YET");
        }
        if (!now.isBefore(release.releasesAt().plus(rule.roomLasts()))) {
            throw new BadInput("input.release", "ROOM_NOT_NEEDED");
        }
        if (!now.isBefore(release.releasesAt()) || !enterEarly(release.id(), resident)) {
            enterLate(release.id(), resident, rule);
        }
        return tickets.find(release.id(), resident).orElseThrow();
    }

    /// Any number at once; the draw waits for those who are on their way in.
    ///
    /// @return false where it was drawn meanwhile
    private boolean enterEarly(UUID release, UUID resident) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean isDrawn = releases.findShared(release).orElseThrow().isDrawn();
            if (!isDrawn) {
                tickets.insert(release, resident);
            }
            return !isDrawn;
        }));
    }

    /// One after another. Where the hour has come and nobody has drawn yet, whoever comes first does.
    private void enterLate(UUID id, UUID resident, ReleaseRule rule) {
        transaction.executeWithoutResult(_ -> {
            Release locked = releases.findLocked(id).orElseThrow();
            Release drawn = locked.isDrawn() ? locked : drawing.draw(locked);
            tickets.insertLate(id, resident, releases.takeTurn(drawn, rule.step()));
        });
    }

    /// The caller's own; empty where they have none.
    @Transactional(readOnly = true)
    Optional<ReleaseTicket> findOwn(UUID release) {
        UUID resident = access.getResident();
        limits.require(PURPOSE);
        return tickets.find(release, resident);
    }
}
