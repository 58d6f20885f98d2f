package cn.jinlin.api.booking.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.account.family.OnBehalf;
import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.booking.waitlist.DrawnLine;
import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.ledger.Actor;
import cn.jinlin.api.ledger.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Draws the order of a release from its seed, once, and reveals the seed with it.
@Component
class Drawing {

    private final Releases releases;
    private final ReleaseTickets tickets;
    private final LotteryEntries entries;
    private final DrawnLine line;
    private final Places places;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Drawing(Releases releases, ReleaseTickets tickets, LotteryEntries entries, DrawnLine line, Places places,
            Audit audit,
            ApplicationEventPublisher events, Clock clock) {
        this.releases = releases;
        this.tickets = tickets;
        this.entries = entries;
        this.line = line;
        this.places = places;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param release locked, not drawn, its hour has come
    @Transactional(propagation = Propagation.MANDATORY)
    public Release draw(Release release) {
        byte[] seed = releases.openSeed(release);
        int drawn = release.kind() == SlotRelease.LOTTERY ? drawLottery(release, seed) : drawLine(release, seed);
        ReleaseRule rule = releases.rule(release.service());
        releases.reveal(release, seed, rule.admission(release.releasesAt(), drawn + 1), drawn);
        audit.record(new Actor("release", Actor.Kind.SERVICE, null), "release.draw", Release.TYPE + ":" + release.id(),
                null);
        return releases.find(release.id()).orElseThrow();
    }

    private int drawLine(Release release, byte[] seed) {
        List<Long> order = Draw.order(seed, tickets.listUndrawn(release.id()));
        tickets.place(order, release, releases.rule(release.service()));
        return order.size();
    }

    /// Slots are locked in one order, so that no two draws wait for each other.
    private int drawLottery(Release release, byte[] seed) {
        Map<Long, LotteryEntry> byNumber = entries.listEntered(release.id())
                .stream()
                .collect(Collectors.toMap(LotteryEntry::number, Function.identity()));
        byNumber.values().stream().map(LotteryEntry::slot).distinct().sorted().forEach(places::findLocked);
        int place = 0;
        for (long number : Draw.order(seed, byNumber.keySet())) {
            place++;
            decide(release, Optional.ofNullable(byNumber.get(number)).orElseThrow(), place);
        }
        return place;
    }

    /// Strictly in order: a family too large for what is left waits, and whoever comes next may still fit.
    private void decide(Release release, LotteryEntry entry, int place) {
        UUID actor = entry.actor();
        UUID person = entry.person();
        if (actor == null || person == null) {
            return;
        }
        Optional<Claim> won = hold(release, entry, actor);
        if (won.isEmpty()) {
            line.add(entry.slot(), new OnBehalf(actor, person, entry.proxy()), entry.party());
        }
        entries.decide(entry.id(), won.isPresent() ? LotteryEntry.State.WON : LotteryEntry.State.WAITING, place,
                won.map(Claim::id).orElse(null));
        events.publishEvent(new LotteryDecided(entry.id(), actor, person, won.map(Claim::heldUntil).orElse(null)));
    }

    private Optional<Claim> hold(Release release, LotteryEntry entry, UUID actor) {
        Instant now = clock.instant();
        SlotRecord slot = places.findSlot(entry.slot()).orElseThrow();
        Instant until = earlier(now.plus(releases.rule(release.service()).lotteryHold()),
                slot.closesAt().minus(Duration.ofMinutes(1)));
        return until.isAfter(now) && slot.freeFor(Pool.ONLINE, now) >= entry.party()
                ? places.hold(slot.id(), Pool.ONLINE, entry.party(), actor, until)
                : Optional.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
