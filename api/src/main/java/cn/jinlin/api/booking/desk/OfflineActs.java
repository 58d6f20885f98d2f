package cn.jinlin.api.booking.desk;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.desk.DeskActs.Done;
import cn.jinlin.api.booking.desk.DeskInputs.OfflineAct;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes an act that was done without a connection count, as far as it still can.
///
/// A ticket called at two counters belongs to the one that called it first, whichever tells of it first; at the same
/// moment, to the one that was made first. The other one is told, at once or by a notice.
@Component
class OfflineActs {

    private static final String TICKET = "input.acts.ticket";

    private final DeskActs acts;
    private final Arrivals arrivals;
    private final LineMoves moves;
    private final LineTickets tickets;
    private final Counters counters;
    private final Lines lines;
    private final DeskNotices notices;

    OfflineActs(DeskActs acts, Arrivals arrivals, LineMoves moves, LineTickets tickets, Counters counters, Lines lines,
            DeskNotices notices) {
        this.acts = acts;
        this.arrivals = arrivals;
        this.moves = moves;
        this.tickets = tickets;
        this.counters = counters;
        this.lines = lines;
        this.notices = notices;
    }

    /// @throws BadInput why it does not count
    Done bringIn(Act act, OfflineAct said) {
        boolean[] already = new boolean[1];
        Done done = acts.once(act, () -> {
            Ticket before = said.kind() == DeskInputs.ActKind.CHECK_IN || said.kind() == DeskInputs.ActKind.TAKE_TICKET
                    ? null
                    : getTicket(act, said);
            Ticket after = work(act, said, before);
            already[0] = after.equals(before);
            return after;
        });
        return new Done(done.ticket(), done.already() || already[0]);
    }

    /// The ticket an act is about, where it can be told.
    Optional<Ticket> find(long facility, OfflineAct said) {
        if (said.ticket() != null) {
            return tickets.find(facility, GlobalId.readUuid(Ticket.TYPE, said.ticket(), TICKET, "UNKNOWN_TICKET"));
        }
        return said.ticketOf() == null
                ? Optional.empty()
                : acts.findTicket(facility, GlobalId.readKey(said.ticketOf(), "input.acts.ticketOf"))
                        .flatMap(id -> tickets.find(facility, id));
    }

    /// The same for an act that was refused, maybe because it names none.
    Optional<UUID> findTicket(long facility, OfflineAct said) {
        try {
            return find(facility, said).map(Ticket::id);
        } catch (BadInput none) {
            return Optional.empty();
        }
    }

    private Ticket work(Act act, OfflineAct said, @Nullable Ticket ticket) {
        return switch (said.kind()) {
            case CHECK_IN -> arrivals.checkIn(act, given(said.code(), "code"), said.printed());
            case TAKE_TICKET -> arrivals.draw(act, given(said.service(), "service"), said.priority(), said.printed());
            case CALL -> call(act, present(ticket), getCounter(act, said));
            case RECALL -> here(act, said, present(ticket), TicketState.CALLED)
                    ? moves.callAgain(present(ticket))
                    : present(ticket);
            case PARK -> park(act, said, present(ticket));
            case RESUME -> resume(act, said, present(ticket));
            case TRANSFER -> sendOn(act, said, present(ticket));
            case COMPLETE -> here(act, said, present(ticket), TicketState.DONE)
                    ? moves.complete(act, present(ticket))
                    : present(ticket);
            case MISS -> here(act, said, present(ticket), TicketState.MISSED)
                    ? moves.miss(act, present(ticket))
                    : present(ticket);
        };
    }

    private Ticket call(Act act, Ticket ticket, Counter counter) {
        UUID other = ticket.counter();
        if (ticket.state() == TicketState.WAITING || ticket.state() == TicketState.PARKED) {
            return moves.call(act, ticket, counter.id());
        }
        if (other == null || ticket.calledAt() == null || ticket.state() == TicketState.LEFT) {
            throw new BadInput(TICKET, "TICKET_MOVED_ON", ticket.number());
        }
        if (other.equals(counter.id())) {
            return ticket;
        }
        Counter kept = counters.find(act.facility(), other).orElseThrow();
        int first = act.at().compareTo(ticket.calledAt());
        if (first > 0 || (first == 0 && counter.ordinal() > kept.ordinal())) {
            throw new BadInput(TICKET, "CALLED_ELSEWHERE", ticket.number(), kept.name());
        }
        return keepFirst(act, ticket, counter, kept);
    }

    private Ticket keepFirst(Act act, Ticket ticket, Counter counter, Counter other) {
        if (ticket.state() == TicketState.CALLED) {
            tickets.findAt(counter.id()).ifPresent(served -> {
                throw new BadInput("input.acts.counter", "COUNTER_BUSY", served.number());
            });
        }
        Ticket moved = moves.change(ticket, ticket.calledEarlier(counter.id(), act.at()));
        lines.insertCall(moved, act.actor());
        notices.insert(ticket, other.id(), "CALLED_EARLIER_ELSEWHERE", ticket.number(), counter.name());
        return moved;
    }

    private Ticket park(Act act, OfflineAct said, Ticket ticket) {
        if (ticket.state() == TicketState.WAITING) {
            return moves.park(ticket);
        }
        return ticket.state() == TicketState.PARKED || !here(act, said, ticket, TicketState.PARKED)
                ? ticket
                : moves.park(ticket);
    }

    private Ticket resume(Act act, OfflineAct said, Ticket ticket) {
        if (said.counter() != null) {
            return call(act, ticket, getCounter(act, said));
        }
        return ticket.state() == TicketState.WAITING ? ticket : moves.resume(act, ticket, null);
    }

    private Ticket sendOn(Act act, OfflineAct said, Ticket ticket) {
        if (said.to() == null && said.service() == null) {
            throw new BadInput("input.acts.to", "WHERE_TO_SEND");
        }
        UUID to = said.to() == null ? null : DeskService.readCounter(said.to(), "input.acts.to");
        long service = said.service() == null
                ? ticket.service()
                : arrivals.readService(act.facility(), said.service());
        if (ticket.state() == TicketState.WAITING && ticket.service() == service
                && Objects.equals(ticket.counter(), to)) {
            return ticket;
        }
        here(act, said, ticket, TicketState.CALLED);
        return moves.sendOn(act, ticket, to, service);
    }

    /// Whether the act can still be done. What another counter has by now is not this one's to change.
    ///
    /// @param reached the state the act leads to
    /// @return false when that is how it is already
    /// @throws BadInput CALLED_ELSEWHERE, TICKET_NOT_CALLED
    private boolean here(Act act, OfflineAct said, Ticket ticket, TicketState reached) {
        Counter counter = getCounter(act, said);
        if (ticket.counter() != null && !ticket.counter().equals(counter.id())) {
            Counter kept = counters.find(act.facility(), ticket.counter()).orElseThrow();
            throw new BadInput(TICKET, "CALLED_ELSEWHERE", ticket.number(), kept.name());
        }
        return reached == TicketState.CALLED || ticket.state() != reached;
    }

    private Counter getCounter(Act act, OfflineAct said) {
        UUID id = DeskService.readCounter(given(said.counter(), "counter"), "input.acts.counter");
        return counters.find(act.facility(), id)
                .orElseThrow(() -> new BadInput("input.acts.counter", "UNKNOWN_COUNTER"));
    }

    private Ticket getTicket(Act act, OfflineAct said) {
        return find(act.facility(), said)
                .filter(ticket -> ticket.day().equals(act.day()))
                .orElseThrow(() -> new BadInput(TICKET, "UNKNOWN_TICKET"));
    }

    private static Ticket present(@Nullable Ticket ticket) {
        return Objects.requireNonNull(ticket);
    }

    private static String given(@Nullable String value, String field) {
        if (value == null) {
            throw new BadInput("input.acts." + field, "ACT_LACKS_FIELD", field);
        }
        return value;
    }
}
