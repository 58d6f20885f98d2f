package cn.jinlin.api.booking.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a desk does with a connection. Each act once, however often it is sent.
@Service
class DeskService {

    private final Desks desks;
    private final DeskActs acts;
    private final Arrivals arrivals;
    private final LineMoves moves;
    private final LineTickets tickets;
    private final Counters counters;
    private final Lines lines;
    private final LineNews news;
    private final Audit audit;
    private final Clock clock;

    DeskService(Desks desks, DeskActs acts, Arrivals arrivals, LineMoves moves, LineTickets tickets, Counters counters,
            Lines lines, LineNews news, Audit audit, Clock clock) {
        this.desks = desks;
        this.acts = acts;
        this.arrivals = arrivals;
        this.moves = moves;
        this.tickets = tickets;
        this.counters = counters;
        this.lines = lines;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws BadInput as [Arrivals#checkIn]
    @Transactional
    Ticket checkIn(DeskInputs.CheckIn input) {
        return once(input.unit(), input.key(), "check-in " + input.code(),
                act -> arrivals.checkIn(act, input.code(), null));
    }

    /// @throws BadInput SERVICE_NOT_HERE
    @Transactional
    Ticket draw(DeskInputs.TakeAtDesk input) {
        return once(input.unit(), input.key(), "draw " + input.service() + ' ' + input.priority(),
                act -> arrivals.draw(act, input.service(), input.priority(), null));
    }

    /// @throws BadInput as [LineMoves#callNext]
    @Transactional
    Ticket callNext(DeskInputs.CallNext input) {
        return once(input.unit(), input.key(), "next " + input.counter(),
                act -> moves.callNext(act, readCounter(input.counter(), "input.counter")));
    }

    @Transactional
    Ticket callAgain(DeskInputs.OfTicket input) {
        return onTicket(input, "recall", (_, ticket) -> moves.callAgain(ticket));
    }

    @Transactional
    Ticket park(DeskInputs.OfTicket input) {
        return onTicket(input, "park", (_, ticket) -> moves.park(ticket));
    }

    @Transactional
    Ticket complete(DeskInputs.OfTicket input) {
        return onTicket(input, "complete", moves::complete);
    }

    @Transactional
    Ticket miss(DeskInputs.OfTicket input) {
        return onTicket(input, "miss", moves::miss);
    }

    @Transactional
    Ticket resume(DeskInputs.Resume input) {
        UUID counter = input.counter() == null ? null : readCounter(input.counter(), "input.counter");
        return onTicket(new DeskInputs.OfTicket(input.unit(), input.ticket(), input.key()), "resume " + counter,
                (act, ticket) -> {
                    requireParked(ticket);
                    return moves.resume(act, ticket, counter);
                });
    }

    /// @throws BadInput WHERE_TO_SEND, SERVICE_NOT_HERE, and as [LineMoves#sendOn]
    @Transactional
    Ticket sendOn(DeskInputs.Transfer input) {
        desks.require(input.unit());
        if (input.counter() == null && input.service() == null) {
            throw new BadInput("input.counter", "WHERE_TO_SEND");
        }
        UUID counter = input.counter() == null ? null : readCounter(input.counter(), "input.counter");
        return onTicket(new DeskInputs.OfTicket(input.unit(), input.ticket(), input.key()),
                "transfer " + counter + ' ' + input.service(),
                (act, ticket) -> moves.sendOn(act, ticket, counter, service(act, ticket, input.service())));
    }

    /// @throws BadInput NAME_LENGTH_OUT_OF_RANGE, SERVICE_NOT_HERE, TOO_MANY_COUNTERS
    @Transactional
    Counter open(DeskInputs.OpenCounter input) {
        Desk desk = desks.require(input.unit());
        String name = DeskPolicy.readCounterName(input.name());
        String nameEn = DeskPolicy.readEnglishCounterName(input.nameEn());
        LocalDate today = Act.dayOf(clock.instant());
        lines.lock(desk.facility(), today);
        DeskPolicy.requireRoom(counters.list(desk.facility()), name);
        Counter opened = counters.open(desk.facility(), today, name, nameEn,
                input.services().stream().map(number -> arrivals.readService(desk.facility(), number)).toList());
        news.tell(desk.facility());
        return opened;
    }

    /// @throws BadInput UNKNOWN_COUNTER, COUNTER_BUSY
    @Transactional
    Counter close(DeskInputs.CloseCounter input) {
        Desk desk = desks.require(input.unit());
        UUID id = readCounter(input.counter(), "input.counter");
        LocalDate today = Act.dayOf(clock.instant());
        lines.lock(desk.facility(), today);
        if (counters.find(desk.facility(), id).isEmpty()) {
            throw new BadInput("input.counter", "UNKNOWN_COUNTER");
        }
        tickets.findAt(id)
                .ifPresent(served -> {
                    throw new BadInput("input.counter", "COUNTER_BUSY", served.number());
                });
        counters.close(id);
        news.tell(desk.facility());
        return counters.find(desk.facility(), id).orElseThrow();
    }

    /// @throws BadInput RULE_OUT_OF_RANGE
    @Transactional
    LineRule change(DeskInputs.ChangeRule input) {
        Desk desk = desks.require(Role.UNIT_LEADER, input.unit(), "input.unit");
        LineRule rule = DeskPolicy.readRule(input);
        lines.save(desk.facility(), rule);
        audit.record("desk.change-line-rule", "Facility:" + desk.facility(), null);
        news.tell(desk.facility());
        return rule;
    }

    private Ticket onTicket(DeskInputs.OfTicket input, String act, BiFunction<Act, Ticket, Ticket> work) {
        UUID id = GlobalId.readUuid(Ticket.TYPE, input.ticket(), "input.ticket", "UNKNOWN_TICKET");
        return once(input.unit(), input.key(), act + ' ' + id,
                here -> work.apply(here, getTicket(here, id)));
    }

    private Ticket getTicket(Act act, UUID id) {
        return tickets.find(act.facility(), id)
                .filter(ticket -> ticket.day().equals(act.day()))
                .orElseThrow(() -> new BadInput("input.ticket", "UNKNOWN_TICKET"));
    }

    private Ticket once(String unit, String key, String said, Function<Act, Ticket> work) {
        Desk desk = desks.require(unit);
        Act act = new Act(desk.facility(), desk.staff(), GlobalId.readKey(key, "input.key"), said, clock.instant());
        return acts.once(act, () -> work.apply(act)).ticket();
    }

    private long service(Act act, Ticket ticket, @Nullable String number) {
        return number == null ? ticket.service() : arrivals.readService(act.facility(), number);
    }

    private static void requireParked(Ticket ticket) {
        if (ticket.state() != TicketState.PARKED) {
            throw new BadInput("input.ticket", "TICKET_NOT_PARKED", ticket.number());
        }
    }

    static UUID readCounter(String id, String field) {
        return GlobalId.readUuid(Counter.TYPE, id, field, "UNKNOWN_COUNTER");
    }
}
