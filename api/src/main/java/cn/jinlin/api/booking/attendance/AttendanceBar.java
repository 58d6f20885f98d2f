package cn.jinlin.api.booking.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.BookingBar;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Scalars;
import org.springframework.stereotype.Component;

/// Whoever did not come too often does not book by themselves for a while. Desks book for them all the same.
@Component
class AttendanceBar implements BookingBar {

    private final Standings standings;
    private final Clock clock;

    AttendanceBar(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Optional<BadInput> find(UUID person, String field) {
        return standings.get(person)
                .blockedUntil(clock.instant())
                .map(until -> new BadInput(field, "BLOCKED_AFTER_ABSENCES",
                        LocalDate.ofInstant(until, Scalars.SHANGHAI).toString()));
    }
}
