package cn.jinlin.api.booking.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;

/// A place in the line of one facility and day. Each change gives the ticket as it is afterwards, or refuses.
///
/// @param position grows with each ticket that is drawn
/// @param number printed, shown and called: `A007`
/// @param holder the resident who drew it by phone
/// @param dueAt the appointment's time, or when it was drawn
/// @param returning had its turn already and was set aside or sent on
/// @param counter where it was called to; while waiting, the only one that may call it
/// @param calledAt first call at that counter
/// @param calls how often it was called there
record Ticket(UUID id, long position, long facility, LocalDate day, String number, LineLane lane, long service,
        @Nullable UUID appointment, @Nullable UUID holder, TicketState state, Instant drawnAt, Instant dueAt,
        boolean returning, @Nullable UUID counter, @Nullable Instant calledAt, int calls, @Nullable Instant endedAt) {

    static final String TYPE = "Ticket";

    private static final String FIELD = "input.ticket";

    Ticket callTo(UUID where, Instant at) {
        if (state != TicketState.WAITING && state != TicketState.PARKED) {
            throw new BadInput(FIELD, "TICKET_NOT_WAITING", number);
        }
        return as(TicketState.CALLED, service, false, where, at, 1, null);
    }

    Ticket callAgain() {
        requireCalled();
        return as(TicketState.CALLED, service, returning, counter, calledAt, calls + 1, null);
    }

    Ticket park() {
        if (state == TicketState.CALLED) {
            return as(TicketState.PARKED, service, true, null, null, 0, null);
        }
        if (state != TicketState.WAITING) {
            throw new BadInput(FIELD, "TICKET_NOT_WAITING", number);
        }
        return as(TicketState.PARKED, service, returning, counter, null, 0, null);
    }

    Ticket resume() {
        if (state != TicketState.PARKED) {
            throw new BadInput(FIELD, "TICKET_NOT_PARKED", number);
        }
        return as(TicketState.WAITING, service, returning, counter, null, 0, null);
    }

    /// @param where the only counter that may call it; null for any that serves the service
    Ticket sendOn(@Nullable UUID where, long wanted) {
        requireCalled();
        return as(TicketState.WAITING, wanted, true, where, null, 0, null);
    }

    Ticket complete(Instant at) {
        requireCalled();
        return as(TicketState.DONE, service, returning, counter, calledAt, calls, at);
    }

    Ticket miss(LineRule rule, Instant at) {
        requireCalled();
        if (calls < rule.callsBeforeMissed()) {
            throw new BadInput(FIELD, "CALL_AGAIN_FIRST", rule.callsBeforeMissed());
        }
        return as(TicketState.MISSED, service, returning, counter, calledAt, calls, at);
    }

    Ticket leave(Instant at) {
        if (state != TicketState.WAITING && state != TicketState.PARKED) {
            throw new BadInput(FIELD, "TICKET_NOT_WAITING", number);
        }
        return as(TicketState.LEFT, service, returning, counter, calledAt, calls, at);
    }

    /// The same call, as it turns out, was made elsewhere and earlier.
    Ticket calledEarlier(UUID where, Instant at) {
        return as(state, service, returning, where, at, Math.max(1, calls), endedAt);
    }

    Waiting waiting() {
        return new Waiting(id, lane, service, dueAt, drawnAt, position, returning, counter);
    }

    private void requireCalled() {
        if (state != TicketState.CALLED) {
            throw new BadInput(FIELD, "TICKET_NOT_CALLED", number);
        }
    }

    private Ticket as(TicketState next, long wanted, boolean comesBack, @Nullable UUID where, @Nullable Instant called,
            int often, @Nullable Instant ended) {
        return new Ticket(id, position, facility, day, number, lane, wanted, appointment, holder, next, drawnAt, dueAt,
                comesBack,
                where, called, often, ended);
    }
}
