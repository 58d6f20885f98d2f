package cn.jinlin.api.booking.release;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.PageInfo;
import cn.jinlin.api.graphql.UserError;
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
    private final Services services;
    private final Access access;
    private final Messages messages;
    private final Clock clock;

    ReleaseController(Releases releases, WaitingRoom room, Lottery lottery, ReleaseTickets tickets,
            LotteryEntries entries,
            Services services, Access access, Messages messages, Clock clock) {
        this.releases = releases;
        this.room = room;
        this.lottery = lottery;
        this.tickets = tickets;
        this.entries = entries;
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
    ReleaseInputs.DrawnConnection releaseDraw(@Argument String release, @Argument int first,
            @Argument @Nullable String after) {
        if (first < 1 || first > MOST_DRAWN) {
            throw new BadInput("first", "LIST_PAGE_OUT_OF_RANGE", MOST_DRAWN);
        }
        Release found = releases.find(BookingIds.read(Release.TYPE, release, "release", "UNKNOWN_RELEASE"))
                .orElseThrow(() -> new BadInput("release", "UNKNOWN_RELEASE"));
        int place = after == null
                ? 0
                : (int) Math.min(Integer.MAX_VALUE, GlobalId.findNumber(CURSOR, after)
                        .orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR")));
        List<ReleaseInputs.DrawnEdge> edges = drawn(found, place, first + 1)
                .map(one -> new ReleaseInputs.DrawnEdge(GlobalId.of(CURSOR, one.place()), one))
                .toList();
        List<ReleaseInputs.DrawnEdge> shown = edges.stream().limit(first).toList();
        return new ReleaseInputs.DrawnConnection(shown,
                new PageInfo(edges.size() > first, after != null, shown.isEmpty() ? null : shown.getFirst().cursor(),
                        shown.isEmpty() ? null : shown.getLast().cursor()));
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
        return room.findOwn(BookingIds.read(Release.TYPE, release, "release", "UNKNOWN_RELEASE")).orElse(null);
    }

    @QueryMapping
    List<LotteryEntry> myLotteryEntries() {
        return lottery.listOwn();
    }

    @MutationMapping
    ReleaseInputs.OfTicket enterWaitingRoom(@Argument ReleaseInputs.EnterRoom input, Locale locale) {
        return tell(() -> room.enter(BookingIds.read(Release.TYPE, input.release(), "input.release",
                "UNKNOWN_RELEASE")), ReleaseInputs.OfTicket::new, locale);
    }

    @MutationMapping
    ReleaseInputs.OfEntry enterLottery(@Argument ReleaseInputs.EnterLottery input, Locale locale) {
        return tell(() -> lottery.enter(
                BookingIds.readNumber(BookingIds.SLOT, input.slot(), "input.slot", "UNKNOWN_SLOT"),
                person(input.person()), input.party()), ReleaseInputs.OfEntry::new, locale);
    }

    private UUID person(@Nullable String id) {
        return id == null
                ? access.getResident()
                : BookingIds.read(BookingIds.RESIDENT, id, "input.person", "UNKNOWN_PERSON");
    }

    @MutationMapping
    ReleaseInputs.OfEntry leaveLottery(@Argument ReleaseInputs.LeaveLottery input, Locale locale) {
        return tell(() -> lottery.leave(BookingIds.read(LotteryEntry.TYPE, input.entry(), "input.entry",
                "UNKNOWN_ENTRY")), ReleaseInputs.OfEntry::new, locale);
    }

    private <T, P> P tell(Supplier<T> act, BiFunction<@Nullable T, List<UserError>, P> payload, Locale locale) {
        try {
            return payload.apply(act.get(), List.of());
        } catch (BadInput refused) {
            return payload.apply(null, List.of(messages.userError(refused, locale)));
        }
    }
}
