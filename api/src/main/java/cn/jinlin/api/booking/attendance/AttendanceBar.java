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

    private final Absences absences;
    private final Standings standings;
    private final Clock clock;

    AttendanceBar(Absences absences, Standings standings, Clock clock) {
        this.absences = absences;
        this.standings = standings;
        this.clock = clock;
    }

    /// Nearly everybody always came: asking that first keeps the hour of a release short.
    ///
    /// @throws BadInput BLOCKED_AFTER_ABSENCES, with the day until which
    @Override
    public void require(Wish wish) {
        if (!absences.anyCounts(wish.person())) {
            return;
        }
        standings.get(wish.person()).blockedUntil(clock.instant()).ifPresent(until -> {
            throw new BadInput("input.slot", "BLOCKED_AFTER_ABSENCES",
                    LocalDate.ofInstant(until, Scalars.SHANGHAI).toString());
        });
    }
}
