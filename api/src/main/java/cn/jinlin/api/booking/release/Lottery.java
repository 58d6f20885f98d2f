package cn.jinlin.api.booking.release;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.OnBehalf;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.limits.RateLimits;
import cn.jinlin.api.security.Access;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Chances for wanted places: one for each person and release, entered before the hour.
@Service
class Lottery {

    private static final String PURPOSE = "lottery";
    private static final int MOST_LISTED = 40;

    private final Releases releases;
    private final LotteryEntries entries;
    private final Services services;
    private final Places places;
    private final Residents residents;
    private final ActingFor actingFor;
    private final RateLimits limits;
    private final Access access;
    private final Clock clock;

    Lottery(Releases releases, LotteryEntries entries, Services services, Places places, Residents residents,
            ActingFor actingFor, RateLimits limits, Access access, Clock clock) {
        this.releases = releases;
        this.entries = entries;
        this.services = services;
        this.places = places;
        this.residents = residents;
        this.actingFor = actingFor;
        this.limits = limits;
        this.access = access;
        this.clock = clock;
    }

    /// Entering the same again gives the same chance.
    ///
    /// @throws BadInput UNKNOWN_SLOT, NO_LOTTERY, LOTTERY_CLOSED, PARTY_OUT_OF_RANGE, ENTERED_ALREADY,
    ///         TOO_MANY_CHANCES
    @Transactional
    LotteryEntry enter(long slotId, UUID person, int party) {
        UUID actor = access.getResident();
        OnBehalf behalf = actingFor.require(actor, person, Scope.BOOKING);
        limits.require(PURPOSE);
        SlotRecord slot = places.findSlot(slotId)
                .filter(SlotRecord::open)
                .orElseThrow(() -> new BadInput("input.slot", "UNKNOWN_SLOT"));
        BookableService service = services.get(services.getSchedule(slot.series()).serviceId());
        if (party < 1 || party > service.partyLimit()) {
            throw new BadInput("input.party", "PARTY_OUT_OF_RANGE", service.partyLimit());
        }
        // Whoever enters twice at once is counted once.
        residents.lock(actor);
        Release release = requireOpen(service, slot);
        LotteryEntry known = entries.findOfPerson(release.id(), person).orElse(null);
        if (known != null && known.slot() == slotId && actor.equals(known.actor()) && known.party() == party) {
            return known;
        }
        if (known == null && entries.countOfActor(release.id(), actor) >= service.householdLimit()) {
            throw new BadInput("input.slot", "TOO_MANY_CHANCES", service.householdLimit());
        }
        UUID id = UUID.randomUUID();
        if (!entries.insert(id, release, slotId, behalf, party)) {
            throw new BadInput("input.slot", "ENTERED_ALREADY");
        }
        return entries.find(id).orElseThrow();
    }

    private Release requireOpen(BookableService service, SlotRecord slot) {
        Release found = releases.find(service.id(), slot.releasesAt())
                .filter(release -> release.kind() == SlotRelease.LOTTERY)
                .orElseThrow(() -> new BadInput("input.slot", "NO_LOTTERY"));
        Release release = releases.findShared(found.id()).orElseThrow();
        if (release.isDrawn() || !clock.instant().isBefore(release.releasesAt())) {
            throw new BadInput("input.slot", "LOTTERY_CLOSED");
        }
        return release;
    }

    /// @throws BadInput UNKNOWN_ENTRY also for another's; LOTTERY_CLOSED
    @Transactional
    LotteryEntry leave(UUID id) {
        UUID actor = access.getResident();
        LotteryEntry entry = entries.find(id)
                .filter(found -> actor.equals(found.actor()) || actor.equals(found.person()))
                .orElseThrow(() -> new BadInput("input.entry", "UNKNOWN_ENTRY"));
        Release release = releases.findShared(entry.release()).orElseThrow();
        if (release.isDrawn()) {
            throw new BadInput("input.entry", "LOTTERY_CLOSED");
        }
        entries.leave(id);
        return entries.find(id).orElseThrow();
    }

    /// What the signed-in resident entered, newest first.
    @Transactional(readOnly = true)
    List<LotteryEntry> listOwn() {
        return entries.listOwn(access.getResident(), MOST_LISTED);
    }
}
