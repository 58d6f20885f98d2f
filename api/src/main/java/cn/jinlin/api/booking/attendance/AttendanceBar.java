package cn.jinlin.api.booking.attendance;

import java.time.Clock;
import java.time.LocalDate;

import cn.jinlin.api.booking.appointment.BookingGate;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Scalars;
import org.springframework.stereotype.Component;

/// Whoever did not come too often does not book by themselves for a while, nor does anybody for them. Desks do all the
/// same.
@Component
class AttendanceBar implements BookingGate {

    private final Standings standings;
    private final Clock clock;

    AttendanceBar(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /// @throws BadInput BLOCKED_AFTER_ABSENCES, with the day until which
    @Override
    public void require(Wish wish) {
        standings.get(wish.person()).blockedUntil(clock.instant()).ifPresent(until -> {
            throw new BadInput("input.slot", "BLOCKED_AFTER_ABSENCES",
                    LocalDate.ofInstant(until, Scalars.SHANGHAI).toString());
        });
    }
}
