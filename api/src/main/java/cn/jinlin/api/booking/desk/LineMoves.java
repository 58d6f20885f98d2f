package cn.jinlin.api.booking.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What happens to tickets at counters. Always while the line is held.
@Component
class LineMoves {

    private final LineTickets tickets;
    private final Counters counters;
    private final Lines lines;
    private final AppointmentService appointments;
    private final LineNews news;

    LineMoves(LineTickets tickets, Counters counters, Lines lines, AppointmentService appointments, LineNews news) {
        this.tickets = tickets;
        this.counters = counters;
        this.lines = lines;
        this.appointments = appointments;
        this.news = news;
    }

    /// @throws BadInput UNKNOWN_COUNTER, COUNTER_CLOSED, COUNTER_BUSY, NOBODY_WAITS
    Ticket callNext(Act act, UUID counterId) {
        Counter counter = getFree(act, counterId);
        FairLine line = new FairLine(lines.rule(act.facility()));
        List<Ticket> waiting = tickets.listWaiting(act.facility(), act.day());
        List<LineLane> lately = lines.listLately(act.facility(), act.day(), line.memory());
        Optional<UUID> next = line
                .next(waiting.stream().map(Ticket::waiting).filter(counter::mayCall).toList(), lately, act.at())
                .map(Waiting::id);
        return waiting.stream()
                .filter(one -> next.isPresent() && one.id().equals(next.get()))
                .findFirst()
                .map(one -> call(act, one, counter))
                .orElseThrow(() -> new BadInput("input.counter", "NOBODY_WAITS"));
    }

    /// @throws BadInput UNKNOWN_COUNTER, COUNTER_CLOSED, COUNTER_BUSY, TICKET_NOT_WAITING
    Ticket call(Act act, Ticket ticket, UUID counterId) {
        return call(act, ticket, getFree(act, counterId));
    }

    private Ticket call(Act act, Ticket ticket, Counter counter) {
        Ticket called = change(ticket, ticket.callTo(counter.id(), act.at()));
        lines.insertCall(called, act.actor());
        return called;
    }

    Ticket callAgain(Ticket ticket) {
        return change(ticket, ticket.callAgain());
    }

    Ticket park(Ticket ticket) {
        return change(ticket, ticket.park());
    }

    /// @param counter that takes it at once; null for back into the line
    Ticket resume(Act act, Ticket ticket, @Nullable UUID counter) {
        return counter == null ? change(ticket, ticket.resume()) : call(act, ticket, getFree(act, counter));
    }

    /// @throws BadInput UNKNOWN_COUNTER, COUNTER_CLOSED, COUNTER_SERVES_OTHER, TICKET_NOT_CALLED
    Ticket sendOn(Act act, Ticket ticket, @Nullable UUID counterId, long service) {
        if (counterId != null) {
            Counter counter = getOpen(act, counterId);
            if (!counter.services().isEmpty() && !counter.services().contains(service)) {
                throw new BadInput("input.counter", "COUNTER_SERVES_OTHER", counter.name());
            }
        }
        return change(ticket, ticket.sendOn(counterId, service));
    }

    /// The appointment first, then the ticket: whoever cancels an appointment locks them in that order too.
    Ticket complete(Act act, Ticket ticket) {
        Ticket done = ticket.complete(act.at());
        if (ticket.appointment() != null) {
            appointments.serve(ticket.appointment());
        }
        return change(ticket, done);
    }

    Ticket miss(Act act, Ticket ticket) {
        return change(ticket, ticket.miss(lines.rule(act.facility()), act.at()));
    }

    Ticket change(Ticket before, Ticket after) {
        if (!tickets.change(before, after)) {
            throw new BadInput("input.ticket", "TICKET_MOVED_ON", before.number());
        }
        news.tell(after.facility());
        return after;
    }

    private Counter getFree(Act act, UUID id) {
        Counter counter = getOpen(act, id);
        tickets.findAt(id)
                .ifPresent(served -> {
                    throw new BadInput("input.counter", "COUNTER_BUSY", served.number());
                });
        return counter;
    }

    private Counter getOpen(Act act, UUID id) {
        Counter counter = counters.find(act.facility(), id)
                .orElseThrow(() -> new BadInput("input.counter", "UNKNOWN_COUNTER"));
        if (!counter.isOpenOn(act.day())) {
            throw new BadInput("input.counter", "COUNTER_CLOSED", counter.name());
        }
        return counter;
    }
}
