package cn.jinlin.api.authorization;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.staff.proof.Secrets;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.PeopleOfThree;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What operations of booking are about: the owner's appointment at the facility whose desk the scene's unit is, with a
/// ticket in its line, an absence and its appeal, and places to hold and to wait for.
@TestComponent
class BookingProps {

    private static final List<String> OF_UNITS = List.of("deskDay.unit", "deskLine.unit", "deskLineChanged.unit",
            "checkIn.input.unit", "takeTicketAtDesk.input.unit", "bookAtDesk.input.unit", "openCounter.input.unit",
            "closeCounter.input.unit", "callNext.input.unit", "recallTicket.input.unit", "parkTicket.input.unit",
            "resumeTicket.input.unit", "transferTicket.input.unit", "completeTicket.input.unit",
            "missTicket.input.unit", "reconcileDesk.input.unit", "updateLineRule.input.unit",
            "attendanceAppeals.unit", "exemptFromAttendance.input.unit", "bookingFiguresOfUnit.unit");
    private static final List<String> OF_FACILITIES = List.of("callDisplay.facility", "callDisplayChanged.facility",
            "takeTicket.input.facility", "createSchedule.input.facility", "schedules.facility",
            "bookableServices.facility", "bookingFigures.facility", "slots.input.facilities");
    private static final List<String> OF_PEOPLE = List.of("holdSlot.input.person", "bookAppointment.input.person",
            "joinWaitlist.input.person", "enterLottery.input.person", "myAppointments.person", "myAttendance.person",
            "bookAtDesk.input.person",
            "exemptFromAttendance.input.person");
    private static final List<String> OF_APPOINTMENTS = List.of("myAppointment.id", "appointmentSlip.id",
            "rescheduleAppointment.input.appointment", "cancelAppointment.input.appointment",
            "confirmAppointment.input.appointment");
    private static final List<String> OF_SCHEDULES = List.of("previewScheduleUpdate.input.id",
            "previewScheduleClosing.id", "previewScheduleException.input.id", "scheduleLeftovers.id",
            "updateSchedule.input.id", "closeSchedule.input.id", "declareScheduleException.input.id",
            "withdrawScheduleException.input.id", "moveAppointments.input.schedule",
            "cancelAppointments.input.schedule");
    private static final List<String> OF_SERVICES = List.of("previewServiceClosing.id",
            "updateBookableService.input.id",
            "closeBookableService.input.id", "createSchedule.input.service", "releaseRule.service",
            "setReleaseRule.input.service");
    private static final List<String> OF_NUMBERS = List.of("bookableService.number", "slots.input.service",
            "takeTicket.input.service", "takeTicketAtDesk.input.service", "bookingFigures.service",
            "bookingFiguresOfUnit.service", "releases.service");
    private static final List<String> OF_RELEASES = List.of("releaseDraw.release", "myReleaseTicket.release",
            "enterWaitingRoom.input.release");
    private static final List<String> OF_CALLED_TICKETS = List.of("recallTicket", "parkTicket", "transferTicket",
            "completeTicket", "missTicket");
    private static final Duration TO_COME = Duration.ofHours(30);

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final BookedVisits visits;

    BookingProps(JdbcClient jdbc, PersonalCipher cipher, BookedVisits visits) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.visits = visits;
    }

    /// @return whether the operation is one of booking
    boolean place(String operation, Scene scene, Runnable proxy) {
        if (!isOfBooking(operation)) {
            return false;
        }
        visits.prepare();
        jdbc.sql("update unit set kind = 'FACILITY_DESK', facility_id = ? where id = ?")
                .params(visits.facility(), scene.unit())
                .update();
        proxy.run();
        name(scene);
        appointments(operation, scene);
        line(operation, scene);
        absence(operation, scene);
        release(operation, scene);
        return true;
    }

    private static boolean isOfBooking(String operation) {
        return List.of(OF_UNITS, OF_FACILITIES, OF_PEOPLE, OF_APPOINTMENTS, OF_SCHEDULES, OF_SERVICES, OF_NUMBERS,
                OF_RELEASES)
                .stream()
                .flatMap(List::stream)
                .anyMatch(path -> path.startsWith(operation + '.'))
                || List.of("slot", "myWaitlist", "releaseHold", "leaveWaitlist", "reminder", "answerReminder",
                        "massChange",
                        "myCalendarFeed", "revokeCalendarFeed", "renewCalendarFeed", "myTickets", "leaveLine",
                        "appealAbsence", "decideAppeal", "attendanceRule", "updateAttendanceRule",
                        "createBookableService", "myLotteryEntries", "enterLottery", "leaveLottery")
                        .contains(operation);
    }

    private void name(Scene scene) {
        Map<String, Object> values = scene.values();
        OF_UNITS.forEach(path -> values.put(path, GlobalId.of("Unit", scene.unit())));
        OF_FACILITIES.forEach(path -> values.put(path, visits.facilityId()));
        OF_PEOPLE.forEach(path -> values.put(path, PeopleOfThree.id(scene.owner())));
        values.put("bookAtDesk.input.actor", PeopleOfThree.id(scene.proxy()));
        OF_SERVICES.forEach(path -> values.put(path, GlobalId.of("BookableService", visits.service())));
        OF_NUMBERS.forEach(path -> values.put(path, visits.serviceNumber()));
        values.put("createBookableService.input.number",
                "MATRIX-" + scene.unit()
                        .toString()
                        .substring(0, 8)
                        .toUpperCase(
                                java.util.Locale.ROOT));
    }

    private void appointments(String operation, Scene scene) {
        Map<String, Object> values = scene.values();
        Instant begins = BookedVisits.NOW.plus(TO_COME);
        UUID appointment = visits.book(scene.owner(), scene.owner(),
                operation.equals("checkIn") ? BookedVisits.NOW.plus(Duration.ofMinutes(10)) : begins);
        OF_APPOINTMENTS.forEach(path -> values.put(path, BookedVisits.id(appointment)));
        String number = jdbc.sql("select number from appointment where id = ?")
                .param(appointment)
                .query(String.class)
                .single();
        values.put("checkIn.input.code", number);
        scene.traces()
                .computeIfPresent(scene.owner(), (_, known) -> java.util.stream.Stream
                        .concat(known.stream(), java.util.stream.Stream.of(number, BookedVisits.id(appointment)))
                        .toList());
        long schedule = jdbc.sql("select schedule_id from appointment where id = ?")
                .param(appointment)
                .query(Long.class)
                .single();
        OF_SCHEDULES.forEach(path -> values.put(path, GlobalId.of("Schedule", schedule)));
        String token = "matrix-" + UUID.randomUUID();
        token = token.substring(0, 22);
        jdbc.sql(
                "insert into reminder_link (hash, appointment_id, created_at) values (sha256(convert_to(?, 'UTF8')), ?, ?)")
                .params(token, appointment, now())
                .update();
        values.put("reminder.token", token);
        values.put("answerReminder.input.token", token);
        slots(scene, begins.plus(Duration.ofHours(1)));
        UUID change = UUID.randomUUID();
        jdbc.sql(
                "insert into mass_change (id, schedule_id, act, reason, actor, created_at) values (?, ?, 'CANCEL', 'EMERGENCY', 'staff:x', ?)")
                .params(change, schedule, now())
                .update();
        jdbc.sql(
                "insert into mass_change_item (change_id, appointment_id, position, state, code) values (?, ?, 1, 'LEFT', 'SLOT_FULL')")
                .params(change, appointment)
                .update();
        values.put("massChange.id", GlobalId.of("MassChange", change));
        jdbc.sql(
                "insert into calendar_feed (resident_id, secret_index, created_at) values (?, ?, ?) on conflict do nothing")
                .params(scene.owner(), Secrets.hash(token), now())
                .update();
    }

    /// One free, one full with the owner waiting, one of which the owner holds a place.
    private void slots(Scene scene, Instant begins) {
        Map<String, Object> values = scene.values();
        String free = GlobalId.of("Slot", visits.slot(begins));
        for (String path : List.of("slot.id", "holdSlot.input.slot", "rescheduleAppointment.input.slot",
                "bookAtDesk.input.slot")) {
            values.put(path, free);
        }
        long full = visits.slot(begins.plus(Duration.ofHours(1)));
        jdbc.sql("update slot set taken = capacity, taken_online = capacity where id = ?").param(full).update();
        values.put("joinWaitlist.input.slot", GlobalId.of("Slot", full));
        long waited = visits.slot(begins.plus(Duration.ofHours(2)));
        jdbc.sql("update slot set taken = capacity, taken_online = capacity where id = ?").param(waited).update();
        UUID entry = UUID.randomUUID();
        jdbc.sql("""
                insert into waitlist_entry (id, slot_id, person_id, actor_id, state, created_at)
                values (?, ?, ?, ?, 'WAITING', ?)""")
                .params(entry, waited, scene.owner(), scene.owner(), now())
                .update();
        values.put("leaveWaitlist.input.entry", GlobalId.of("WaitlistEntry", entry));
        long held = visits.slot(begins.plus(Duration.ofHours(3)));
        jdbc.sql("update slot set taken = 1, taken_online = 1 where id = ?").param(held).update();
        UUID hold = UUID.randomUUID();
        jdbc.sql("""
                insert into slot_claim (id, slot_id, pool, places, state, holder, held_until, created_at)
                values (?, ?, 'ONLINE', 1, 'HELD', ?, ?, ?)""")
                .params(hold, held, scene.owner(), Timestamp.from(BookedVisits.NOW.plus(Duration.ofMinutes(10))), now())
                .update();
        values.put("releaseHold.input.hold", GlobalId.of("Hold", hold));
        values.put("bookAppointment.input.hold", GlobalId.of("Hold", hold));
    }

    private void line(String operation, Scene scene) {
        UUID counter = counter(1);
        UUID other = counter(2);
        for (String path : List.of("closeCounter.input.counter", "callNext.input.counter",
                "resumeTicket.input.counter")) {
            scene.values().put(path, GlobalId.of("DeskCounter", counter));
        }
        scene.values().put("transferTicket.input.counter", GlobalId.of("DeskCounter", other));
        LocalDate today = LocalDate.of(2026, 9, 29);
        UUID ticket = UUID.randomUUID();
        boolean called = OF_CALLED_TICKETS.contains(operation);
        jdbc.sql("insert into line_day (facility_id, day, walk_in) values (?, ?, 1) on conflict do nothing")
                .params(visits.facility(), today)
                .update();
        jdbc.sql("""
                insert into line_ticket (id, facility_id, day, number, lane, service_id, holder, state, drawn_at, due_at,
                    counter_id, called_at, calls)
                values (:id, :facility, :day, 'B001', 'WALK_IN', :service, :holder, :state, :now, :now, :counter, :called,
                    :calls)""")
                .param("id", ticket)
                .param("facility", visits.facility())
                .param("day", today)
                .param("service", visits.service())
                .param("holder", scene.owner())
                .param("state", called ? "CALLED" : operation.equals("resumeTicket") ? "PARKED" : "WAITING")
                .param("now", now())
                .param("counter", called ? counter : null)
                .param("called", called ? now() : null)
                .param("calls", called ? 1 : 0)
                .update();
        for (String of : List.of("leaveLine", "recallTicket", "parkTicket", "resumeTicket", "transferTicket",
                "completeTicket", "missTicket")) {
            scene.values().put(of + ".input.ticket", GlobalId.of("Ticket", ticket));
        }
    }

    private UUID counter(int ordinal) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into desk_counter (id, facility_id, ordinal, name, open_on) values (?, ?, ?, ?, ?)")
                .params(id, visits.facility(), ordinal, ordinal + " 号", LocalDate.of(2026, 9, 29))
                .update();
        return id;
    }

    private void absence(String operation, Scene scene) {
        UUID missed = visits.book(scene.owner(), scene.owner(), BookedVisits.NOW.minus(Duration.ofDays(2)));
        jdbc.sql("update appointment set state = 'NO_SHOW' where id = ?").param(missed).update();
        // The job that looks for absences may have been here first.
        UUID absence = jdbc.sql("""
                insert into attendance_absence (id, appointment_id, person_id, facility_id, missed_at, state, changed_at)
                values (?, ?, ?, ?, ?, 'COUNTED', ?)
                on conflict (appointment_id) do update set state = 'COUNTED' returning id""")
                .params(UUID.randomUUID(), missed, scene.owner(), visits.facility(),
                        Timestamp.from(BookedVisits.NOW.minus(Duration.ofDays(2))), now())
                .query(UUID.class)
                .single();
        scene.values().put("appealAbsence.input.absence", GlobalId.of("Absence", absence));
        if (operation.equals("appealAbsence")) {
            return;
        }
        UUID appeal = UUID.randomUUID();
        jdbc.sql("""
                insert into attendance_appeal (id, absence_id, facility_id, person_id, actor_id, text_cipher, state, created_at)
                values (?, ?, ?, ?, ?, ?, 'OPEN', ?)""")
                .params(appeal, absence, visits.facility(), scene.owner(), scene.owner(),
                        new SealedColumn(cipher, "attendance_appeal.text").seal(scene.owner(), "I was in hospital"),
                        now())
                .update();
        scene.values().put("decideAppeal.input.id", GlobalId.of("Appeal", appeal));
    }

    /// Places that go out in a while: the owner waits for them in the room, or has a chance.
    private void release(String operation, Scene scene) {
        boolean byLot = operation.contains("otter");
        Instant hour = BookedVisits.NOW.plus(Duration.ofMinutes(10));
        UUID release = UUID.randomUUID();
        jdbc.sql("delete from slot_release where service_id = ?").param(visits.service()).update();
        jdbc.sql("""
                insert into slot_release (id, service_id, kind, releases_at, seed_hash, seed_cipher, created_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(release, visits.service(), byLot ? "LOTTERY" : "WAITING_ROOM", Timestamp.from(hour),
                        new byte[32],
                        new byte[32], now())
                .update();
        OF_RELEASES.forEach(path -> scene.values().put(path, GlobalId.of("Release", release)));
        jdbc.sql("update bookable_service set release = ? where id = ?")
                .params(operation.contains("elease") || operation.contains("Room") || byLot
                        ? (byLot ? "LOTTERY" : "WAITING_ROOM")
                        : "AT_ONCE", visits.service())
                .update();
        long slot = visits.slot(BookedVisits.NOW.plus(Duration.ofHours(40)));
        jdbc.sql("update slot set releases_at = ? where id = ?").params(Timestamp.from(hour), slot).update();
        scene.values().put("enterLottery.input.slot", GlobalId.of("Slot", slot));
        if (operation.equals("myReleaseTicket")) {
            jdbc.sql("insert into release_ticket (id, release_id, resident_id, entered_at) values (?, ?, ?, ?)")
                    .params(UUID.randomUUID(), release, scene.owner(), now())
                    .update();
        }
        if (operation.equals("myLotteryEntries") || operation.equals("leaveLottery")) {
            UUID entry = UUID.randomUUID();
            jdbc.sql("""
                    insert into lottery_entry (id, release_id, slot_id, person_id, actor_id, party, state, created_at)
                    values (?, ?, ?, ?, ?, 1, 'ENTERED', ?)""")
                    .params(entry, release, slot, scene.owner(), scene.owner(), now())
                    .update();
            scene.values().put("leaveLottery.input.entry", GlobalId.of("LotteryEntry", entry));
        }
    }

    private static Timestamp now() {
        return Timestamp.from(BookedVisits.NOW);
    }
}
