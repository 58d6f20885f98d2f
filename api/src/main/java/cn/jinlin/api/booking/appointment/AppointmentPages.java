package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What residents see of their own appointments, and of those of the people they act for.
@Service
class AppointmentPages {

    private static final String CURSOR = "AppointmentPosition";
    private static final int MOST = 50;

    private final Appointments appointments;
    private final AppointmentService service;
    private final ActingFor actingFor;
    private final Access access;
    private final Clock clock;

    AppointmentPages(Appointments appointments, AppointmentService service, ActingFor actingFor, Access access,
            Clock clock) {
        this.appointments = appointments;
        this.service = service;
        this.actingFor = actingFor;
        this.access = access;
        this.clock = clock;
    }

    /// @param person only theirs; everybody's whom the caller may act for when null
    /// @throws BadInput PAGE_SIZE_OUT_OF_RANGE, BROKEN_CURSOR, UNKNOWN_PERSON
    @Transactional(readOnly = true)
    Connection<Appointment> page(boolean past, @Nullable String person, int first, @Nullable String after) {
        Connection.requireSize(first, MOST);
        List<Appointment> rows = appointments.page(people(person), past, clock.instant(), read(after), first + 1);
        return Connection.of(first, after != null, rows, row -> GlobalId.of(CURSOR, row.id()));
    }

    private List<UUID> people(@Nullable String person) {
        UUID actor = access.getResident();
        if (person == null) {
            return Stream.concat(Stream.of(actor), actingFor.listPersons(actor, Scope.BOOKING).stream()).toList();
        }
        UUID named = GlobalId.readUuid(Resident.TYPE, person, "person", "UNKNOWN_PERSON");
        actingFor.require(actor, named, Scope.BOOKING);
        return List.of(named);
    }

    private @Nullable Appointment read(@Nullable String after) {
        return after == null
                ? null
                : GlobalId.findUuid(CURSOR, after)
                        .flatMap(appointments::find)
                        .orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR"));
    }

    /// Empty for another's, as for one that does not exist.
    @Transactional(readOnly = true)
    Optional<Appointment> find(String id) {
        UUID actor = access.getResident();
        return GlobalId.findUuid(Appointment.TYPE, id)
                .flatMap(appointments::find)
                .filter(found -> service.mayChange(actor, found));
    }
}
