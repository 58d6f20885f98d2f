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
    private final Clock clock;

    WaitingRoom(Releases releases, ReleaseTickets tickets, Drawing drawing, RateLimits limits, Access access,
            Clock clock) {
        this.releases = releases;
        this.tickets = tickets;
        this.drawing = drawing;
        this.limits = limits;
        this.access = access;
        this.clock = clock;
    }

    /// Coming again changes nothing: the ticket stays.
    ///
    /// @throws BadInput UNKNOWN_RELEASE, ROOM_NOT_OPEN_YET, ROOM_NOT_NEEDED
    @Transactional
    ReleaseTicket enter(UUID id) {
        UUID resident = access.getResident();
        limits.require(PURPOSE);
        Release release = releases.findShared(id)
                .filter(found -> found.kind() == SlotRelease.WAITING_ROOM)
                .orElseThrow(() -> new BadInput("input.release", "UNKNOWN_RELEASE"));
        Optional<ReleaseTicket> before = tickets.find(id, resident);
        return before.isPresent() ? before.get() : enter(release, resident);
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
        if (now.isBefore(release.releasesAt())) {
            tickets.insert(release.id(), resident);
        } else {
            Release drawn = release.isDrawn() ? release : drawNow(release.id());
            tickets.insertLate(release.id(), resident, releases.takeTurn(drawn, rule.step()));
        }
        return tickets.find(release.id(), resident).orElseThrow();
    }

    /// The hour has come and nobody has drawn yet: whoever comes first does.
    private Release drawNow(UUID id) {
        Release locked = releases.findLocked(id).orElseThrow();
        return locked.isDrawn() ? locked : drawing.draw(locked);
    }

    /// The caller's own; empty where they have none.
    @Transactional(readOnly = true)
    Optional<ReleaseTicket> findOwn(UUID release) {
        UUID resident = access.getResident();
        limits.require(PURPOSE);
        return tickets.find(release, resident);
    }
}
