package cn.jinlin.api.booking.release;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReleaseController {

    private static final String CURSOR = "DrawnPlace";
    private static final int MOST_RELEASES = 60;
    private static final int MOST_DRAWN = 500;
    private static final Duration STILL_SHOWN = Duration.ofDays(31);

    private final Releases releases;
    private final WaitingRoom room;
    private final Lottery lottery;
    private final ReleaseTickets tickets;
    private final LotteryEntries entries;
    private final ReleaseRules rules;
    private final Services services;
    private final Access access;
    private final Messages messages;
    private final Clock clock;

    ReleaseController(Releases releases, WaitingRoom room, Lottery lottery, ReleaseTickets tickets,
            LotteryEntries entries,
            ReleaseRules rules, Services services, Access access, Messages messages, Clock clock) {
        this.releases = releases;
        this.room = room;
        this.lottery = lottery;
        this.tickets = tickets;
        this.entries = entries;
        this.rules = rules;
        this.services = services;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    @QueryMapping
    List<Release> releases(@Argument String service) {
        return services.find(service)
                .map(found -> releases.list(found.id(), clock.instant().minus(STILL_SHOWN), MOST_RELEASES))
                .orElse(List.of());
    }

    @QueryMapping
    Connection<ReleaseInputs.Drawn> releaseDraw(@Argument String release, @Argument int first,
            @Argument @Nullable String after) {
        Connection.requireSize(first, MOST_DRAWN);
        Release found = releases.find(GlobalId.readUuid(Release.TYPE, release, "release", "UNKNOWN_RELEASE"))
                .orElseThrow(() -> new BadInput("release", "UNKNOWN_RELEASE"));
        int place = after == null
                ? 0
                : (int) Math.min(Integer.MAX_VALUE, GlobalId.findNumber(CURSOR, after)
                        .orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR")));
        return Connection.of(first, after != null, drawn(found, place, first + 1).toList(),
                one -> GlobalId.of(CURSOR, one.place()));
    }

    private Stream<ReleaseInputs.Drawn> drawn(Release release, int after, int most) {
        if (!release.isDrawn()) {
            return Stream.empty();
        }
        return release.kind() == SlotRelease.LOTTERY
                ? entries.listDrawn(release.id(), after, most)
                        .stream()
                        .map(one -> new ReleaseInputs.Drawn(one.place(), one.number(), one.slot(),
                                one.state() == LotteryEntry.State.WON))
                : tickets.listDrawn(release, after, most)
                        .stream()
                        .map(one -> new ReleaseInputs.Drawn(one.place(), one.number(), null, null));
    }

    @QueryMapping
    @Nullable
    ReleaseTicket myReleaseTicket(@Argument String release) {
        return room.findOwn(GlobalId.readUuid(Release.TYPE, release, "release", "UNKNOWN_RELEASE")).orElse(null);
    }

    @QueryMapping
    List<LotteryEntry> myLotteryEntries() {
        return lottery.listOwn();
    }

    @QueryMapping
    ReleaseRule releaseRule(@Argument @Nullable String service) {
        return rules.get(service == null ? null : number(service, "service"));
    }

    @MutationMapping
    ReleaseInputs.OfRule setReleaseRule(@Argument ReleaseInputs.SetRule input, Locale locale) {
        return messages.tell(
                () -> rules.set(input.service() == null ? null : number(input.service(), "input.service"), input),
                ReleaseInputs.OfRule::new, locale);
    }

    private static Long number(String service, String field) {
        return GlobalId.readNumber(BookableService.TYPE, service, field, "UNKNOWN_SERVICE");
    }

    @MutationMapping
    ReleaseInputs.OfTicket enterWaitingRoom(@Argument ReleaseInputs.EnterRoom input, Locale locale) {
        return messages.tell(() -> room.enter(GlobalId.readUuid(Release.TYPE, input.release(), "input.release",
                "UNKNOWN_RELEASE")), ReleaseInputs.OfTicket::new, locale);
    }

    @MutationMapping
    ReleaseInputs.OfEntry enterLottery(@Argument ReleaseInputs.EnterLottery input, Locale locale) {
        return messages.tell(() -> lottery.enter(
                GlobalId.readNumber(BookingIds.SLOT, input.slot(), "input.slot", "UNKNOWN_SLOT"),
                person(input.person()), input.party()), ReleaseInputs.OfEntry::new, locale);
    }

    private UUID person(@Nullable String id) {
        return id == null
                ? access.getResident()
                : GlobalId.readUuid(Resident.TYPE, id, "input.person", "UNKNOWN_PERSON");
    }

    @MutationMapping
    ReleaseInputs.OfEntry leaveLottery(@Argument ReleaseInputs.LeaveLottery input, Locale locale) {
        return messages.tell(() -> lottery.leave(GlobalId.readUuid(LotteryEntry.TYPE, input.entry(), "input.entry",
                "UNKNOWN_ENTRY")), ReleaseInputs.OfEntry::new, locale);
    }
}
