package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Scalars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How people come into the line. Always while it is held.
@Component
class Arrivals {

    private static final Pattern OFFLINE = Pattern.compile("F([1-9][0-9]{0,2})-[0-9]{2}");

    private final LineTickets tickets;
    private final Lines lines;
    private final AppointmentService appointments;
    private final CheckInCodes codes;
    private final Services services;
    private final LineNews news;

    Arrivals(LineTickets tickets, Lines lines, AppointmentService appointments, CheckInCodes codes, Services services,
            LineNews news) {
        this.tickets = tickets;
        this.lines = lines;
        this.appointments = appointments;
        this.codes = codes;
        this.services = services;
        this.news = news;
    }

    /// Who stands in the line, and for what.
    ///
    /// @param printed number drawn without a connection; null for the line's next
    record Wanted(LineLane lane, long service, Instant dueAt, @Nullable UUID appointment, @Nullable UUID holder,
            @Nullable String printed) {}

    /// @param printed number drawn without a connection; null for the line's next
    /// @throws BadInput NOT_A_CHECK_IN_CODE, APPOINTMENT_NOT_HERE, APPOINTMENT_NOT_TODAY, APPOINTMENT_CALLED_OFF,
    ///         APPOINTMENT_MISSED, APPOINTMENT_DONE
    Ticket checkIn(Act act, String code, @Nullable String printed) {
        Appointment booked = appointments.findByNumber(codes.read(code, "input.code"))
                .filter(found -> found.facility() == act.facility())
                .orElseThrow(() -> new BadInput("input.code", "APPOINTMENT_NOT_HERE"));
        requireToday(booked, act);
        Optional<Ticket> drawn = tickets.findOfAppointment(booked.id());
        if (drawn.isPresent()) {
            return drawn.get();
        }
        requireExpected(booked, act);
        appointments.arrive(booked.id());
        LineRule rule = lines.rule(act.facility());
        boolean isLate = act.at().isAfter(booked.startsAt().plus(Duration.ofMinutes(rule.lateMinutes())));
        LineLane lane = isLate
                ? LineLane.WALK_IN
                : booked.channel() == Pool.PRIORITY ? LineLane.PRIORITY : LineLane.BOOKED;
        return draw(act, new Wanted(lane, booked.service(), isLate ? act.at() : booked.startsAt(), booked.id(), null,
                printed));
    }

    /// @throws BadInput SERVICE_NOT_HERE
    Ticket draw(Act act, String service, boolean priority, @Nullable String printed) {
        return draw(act,
                new Wanted(priority ? LineLane.PRIORITY : LineLane.WALK_IN, readService(act.facility(), service),
                        act.at(), null, null, printed));
    }

    Ticket draw(Act act, Wanted wanted) {
        Ticket ticket = tickets.insert(new Ticket(UUID.randomUUID(), 0, act.facility(), act.day(), number(act, wanted),
                wanted.lane(),
                wanted.service(), wanted.appointment(), wanted.holder(), TicketState.WAITING, act.at(), wanted.dueAt(),
                false, null, null, 0, null));
        news.tell(act.facility());
        return ticket;
    }

    /// @throws BadInput SERVICE_NOT_HERE
    long readService(long facility, String number) {
        return services.find(number)
                .map(BookableService::id)
                .filter(id -> !services.listSchedules(id, List.of(facility)).isEmpty())
                .orElseThrow(() -> new BadInput("input.service", "SERVICE_NOT_HERE"));
    }

    /// A number printed without a connection stays unless it was drawn already: then the person gets another.
    private String number(Act act, Wanted wanted) {
        String printed = wanted.printed();
        if (printed != null && !OFFLINE.matcher(printed).matches()) {
            throw new BadInput("input.printed", "NOT_AN_OFFLINE_NUMBER");
        }
        return printed == null || tickets.hasNumber(act.facility(), act.day(), printed)
                ? lines.nextNumber(act.facility(), act.day(), wanted.lane())
                : printed;
    }

    private static void requireToday(Appointment booked, Act act) {
        LocalDate day = LocalDate.ofInstant(booked.startsAt(), Scalars.SHANGHAI);
        if (!day.equals(act.day())) {
            throw new BadInput("input.code", "APPOINTMENT_NOT_TODAY", day.toString());
        }
    }

    /// Whoever is there already without a ticket gets one, and so does whoever came in time to a desk that could not tell.
    private static void requireExpected(Appointment booked, Act act) {
        switch (booked.state()) {
            case BOOKED, ARRIVED -> {
                // As it should be.
            }
            case NO_SHOW -> {
                if (act.at().isAfter(booked.endsAt())) {
                    throw new BadInput("input.code", "APPOINTMENT_MISSED");
                }
            }
            case CANCELLED -> throw new BadInput("input.code", "APPOINTMENT_CALLED_OFF");
            case SERVED -> throw new BadInput("input.code", "APPOINTMENT_DONE");
        }
    }
}
