package cn.jinlin.api.booking.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.person.Profile;
import cn.jinlin.api.booking.desk.TicketRows.Row;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.limits.RateLimits;
import cn.jinlin.api.security.Access;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tickets on residents' own phones.
@Service
class MyTickets {

    private final TicketRows rows;
    private final LineTickets tickets;
    private final Counters counters;
    private final DeskActs acts;
    private final Arrivals arrivals;
    private final LineMoves moves;
    private final LineViews views;
    private final Facilities facilities;
    private final People people;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    MyTickets(TicketRows rows, LineTickets tickets, Counters counters, DeskActs acts, Arrivals arrivals,
            LineMoves moves,
            LineViews views, Facilities facilities, People people, Access access, RateLimits limits, Clock clock) {
        this.rows = rows;
        this.tickets = tickets;
        this.counters = counters;
        this.acts = acts;
        this.arrivals = arrivals;
        this.moves = moves;
        this.views = views;
        this.facilities = facilities;
        this.people = people;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /// @param view as the line shows it
    record MyTicket(TicketView view, Facility facility) {}

    @Transactional(readOnly = true)
    public List<MyTicket> list() {
        return show(rows.listOf(access.getResident(), today()).stream().map(Row::ticket).toList());
    }

    /// One at a time for each facility: for the same service again, the same.
    ///
    /// @throws BadInput UNKNOWN_FACILITY, SERVICE_NOT_HERE, LINE_NOT_OPEN, PRIORITY_AT_DESK, HAS_TICKET_HERE
    @Transactional
    MyTicket take(DeskInputs.Take input) {
        UUID resident = access.getResident();
        limits.require("line-ticket");
        long facility = GlobalId.findNumber("Facility", input.facility())
                .orElseThrow(() -> new BadInput("input.facility", "UNKNOWN_FACILITY"));
        long service = arrivals.readService(facility, input.service());
        if (input.priority()) {
            requirePriority(resident);
        }
        Act act = new Act(facility, resident, GlobalId.readKey(input.key(), "input.key"),
                "own " + input.service() + ' ' + input.priority(), clock.instant());
        Ticket ticket = acts.once(act, () -> tickets.findOpen(facility, act.day(), resident)
                .map(open -> sameOr(open, service))
                .orElseGet(() -> draw(act, service, input.priority()))).ticket();
        if (!resident.equals(ticket.holder())) {
            throw new BadInput("input.key", "KEY_USED_OTHERWISE");
        }
        return show(List.of(ticket)).getFirst();
    }

    /// @throws BadInput UNKNOWN_TICKET also for another's, TICKET_NOT_WAITING
    @Transactional
    MyTicket leave(DeskInputs.Leave input) {
        UUID resident = access.getResident();
        Ticket ticket = Optional.of(GlobalId.readUuid(Ticket.TYPE, input.ticket(), "input.ticket", "UNKNOWN_TICKET"))
                .flatMap(tickets::find)
                .filter(found -> resident.equals(found.holder()))
                .orElseThrow(() -> new BadInput("input.ticket", "UNKNOWN_TICKET"));
        if (ticket.state() == TicketState.LEFT) {
            return show(List.of(ticket)).getFirst();
        }
        return show(List.of(moves.change(ticket, ticket.leave(clock.instant())))).getFirst();
    }

    private Ticket draw(Act act, long service, boolean priority) {
        boolean isOpen = counters.list(act.facility())
                .stream()
                .filter(counter -> counter.isOpenOn(act.day()))
                .anyMatch(counter -> counter.services().isEmpty() || counter.services().contains(service));
        if (!isOpen) {
            throw new BadInput("input.facility", "LINE_NOT_OPEN");
        }
        return arrivals.draw(act,
                new Arrivals.Wanted(priority ? LineLane.PRIORITY : LineLane.WALK_IN, service, act.at(),
                        null, act.actor(), null));
    }

    private static Ticket sameOr(Ticket open, long service) {
        if (open.service() != service) {
            throw new BadInput("input.service", "HAS_TICKET_HERE", open.number());
        }
        return open;
    }

    /// By phone only what the profile shows; everything else is seen at the desk.
    private void requirePriority(UUID resident) {
        Profile profile = people.getProfile(resident);
        boolean shown = profile.isSixtyOrOver(today()).orElse(false) || !profile.accessibilityNeeds().isEmpty();
        if (!shown) {
            throw new BadInput("input.priority", "PRIORITY_AT_DESK");
        }
    }

    private List<MyTicket> show(Collection<Ticket> own) {
        Map<Long, Facility> places = facilities.list(own.stream().map(Ticket::facility).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
        Map<Long, Map<UUID, TicketView>> shown = own.stream()
                .collect(Collectors.groupingBy(Ticket::facility))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> views.show(entry.getKey(),
                        entry.getValue().stream().map(Ticket::id).toList())));
        return own.stream()
                .map(ticket -> new MyTicket(
                        Objects.requireNonNull(
                                Objects.requireNonNull(shown.get(ticket.facility())).get(ticket.id())),
                        Objects.requireNonNull(places.get(ticket.facility()))))
                .toList();
    }

    private LocalDate today() {
        return Act.dayOf(clock.instant());
    }
}
