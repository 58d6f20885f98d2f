package cn.jinlin.api.booking.desk;

import java.util.UUID;

import cn.jinlin.api.account.access.ResidentAccess;
import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.appointment.DeskBooking;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Appointments made at a desk: for whoever telephones, stands there, or is acted for by who does.
@Service
class DeskBookings {

    private final Desks desks;
    private final AppointmentService appointments;
    private final DeskDays days;
    private final Places places;
    private final Services services;
    private final ResidentAccess residents;
    private final ActingFor actingFor;
    private final Audit audit;

    DeskBookings(Desks desks, AppointmentService appointments, DeskDays days, Places places, Services services,
            ResidentAccess residents, ActingFor actingFor, Audit audit) {
        this.desks = desks;
        this.appointments = appointments;
        this.days = days;
        this.places = places;
        this.services = services;
        this.residents = residents;
        this.actingFor = actingFor;
        this.audit = audit;
    }

    /// @throws BadInput SLOT_NOT_HERE, PERSON_NOT_AT_DESK, CHANNEL_OF_DESKS, NOT_THEIR_PROXY, and as
    ///         [AppointmentService#bookAtDesk]
    @Transactional
    DeskAppointment book(DeskInputs.Book input) {
        Desk desk = desks.require(input.unit());
        if (input.channel() == Pool.ONLINE) {
            throw new BadInput("input.channel", "CHANNEL_OF_DESKS");
        }
        long slot = GlobalId.findNumber("Slot", input.slot())
                .filter(id -> isHere(desk, id))
                .orElseThrow(() -> new BadInput("input.slot", "SLOT_NOT_HERE"));
        UUID person = readPerson(desk, input.person(), "input.person");
        if (input.actor() != null) {
            requireProxy(readPerson(desk, input.actor(), "input.actor"), person);
        }
        Appointment booked = appointments.bookAtDesk(new DeskBooking(slot, input.channel(), person, input.party(),
                GlobalId.readKey(input.key(), "input.key")));
        audit.record("desk.book", "Appointment:" + booked.id(), null);
        return days.get(booked.id());
    }

    private boolean isHere(Desk desk, long slot) {
        return places.findSlot(slot)
                .flatMap(found -> services.findSchedule(found.series()))
                .map(Schedule::facilityId)
                .filter(facility -> facility == desk.facility())
                .isPresent();
    }

    /// Somebody the desk has to do with: found by their number within a day, or with an appointment there.
    private UUID readPerson(Desk desk, String id, String field) {
        UUID person = GlobalId.readUuid(Resident.TYPE, id, field, "PERSON_NOT_AT_DESK");
        if (!residents.hasToDoWith(new Duty(Role.FACILITY_DESK, desk.unit()), person)) {
            throw new BadInput(field, "PERSON_NOT_AT_DESK");
        }
        return person;
    }

    private void requireProxy(UUID actor, UUID person) {
        try {
            actingFor.require(actor, person, Scope.BOOKING);
        } catch (AccessDeniedException notTheirs) {
            throw new BadInput("input.actor", "NOT_THEIR_PROXY");
        }
    }
}
