package cn.jinlin.api.booking.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.ledger.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a facility's own staff do with its schedules. Each change remakes the slots in its transaction: nobody books by
/// hours that are no more.
@Service
class ScheduleAdministration {

    static final int MOST_LISTED = 200;

    private final Schedules schedules;
    private final BookableServices services;
    private final FacilityService facilities;
    private final FacilityStaff staff;
    private final SchedulePolicy policy;
    private final ScheduleDays days;
    private final SlotMaking making;
    private final Touched touched;
    private final WorkingCalendar calendar;
    private final Audit audit;

    ScheduleAdministration(Schedules schedules, BookableServices services, FacilityService facilities,
            FacilityStaff staff, SchedulePolicy policy, ScheduleDays days, SlotMaking making, Touched touched,
            WorkingCalendar calendar, Audit audit) {
        this.schedules = schedules;
        this.services = services;
        this.facilities = facilities;
        this.staff = staff;
        this.policy = policy;
        this.days = days;
        this.making = making;
        this.touched = touched;
        this.calendar = calendar;
        this.audit = audit;
    }

    /// All of a facility, closed ones last.
    List<Schedule> list(long facility) {
        staff.require(facility);
        return schedules.listOf(facility, MOST_LISTED);
    }

    /// Other hours declared from today on, in order.
    List<ExceptionDay> listExceptions(Schedule schedule) {
        return days.listExceptions(schedule.id(), calendar.today());
    }

    Optional<LocalDate> findUnpublished(Schedule schedule) {
        return making.findUnpublished(schedule);
    }

    /// @throws BadInput UNKNOWN_FACILITY, UNKNOWN_SERVICE, SCHEDULE_EXISTS, and what [SchedulePolicy] refuses
    @Transactional
    Schedule create(Schedule wanted) {
        staff.require(wanted.facilityId());
        if (facilities.find(wanted.facilityId()).filter(Facility::inService).isEmpty()) {
            throw new BadInput("input.facility", "UNKNOWN_FACILITY");
        }
        if (services.findLocked(wanted.serviceId()).filter(BookableService::inService).isEmpty()) {
            throw new BadInput("input.service", "UNKNOWN_SERVICE");
        }
        Schedule clean = policy.require(wanted);
        policy.requireResourceIsFree(clean);
        requireOnlyOne(clean);
        return changed(schedules.insert(clean), "schedule.create");
    }

    /// @param version that the caller saw; null to change whatever is there
    /// @throws BadInput UNKNOWN_SCHEDULE, SCHEDULE_CHANGED_MEANWHILE, SCHEDULE_CLOSED, SCHEDULE_EXISTS, and what
    ///         [SchedulePolicy] refuses
    @Transactional
    Schedule update(long id, @Nullable Long version, UnaryOperator<Schedule> change) {
        schedules.update(requireChange(getLocked(id), version, change));
        return changed(id, "schedule.update");
    }

    /// @throws BadInput UNKNOWN_SCHEDULE; closing twice is no error
    @Transactional
    Schedule close(long id) {
        Schedule schedule = getLocked(id);
        if (schedule.state() == Schedule.State.CLOSED) {
            return schedule;
        }
        schedules.update(schedule.in(Schedule.State.CLOSED));
        return changed(id, "schedule.close");
    }

    /// @throws BadInput UNKNOWN_SCHEDULE, SCHEDULE_CLOSED, DATE_PAST, PERIODS_OVERLAP, TOO_MANY
    @Transactional
    Schedule declare(long id, ExceptionDay exception) {
        requireOpen(getLocked(id));
        schedules.put(id, SchedulePolicy.require(exception, calendar.today()));
        return changed(id, "schedule.declare-exception");
    }

    /// The date has the usual hours again. Where none were declared, nothing happens.
    ///
    /// @throws BadInput UNKNOWN_SCHEDULE, SCHEDULE_CLOSED
    @Transactional
    Schedule withdraw(long id, LocalDate date) {
        requireOpen(getLocked(id));
        schedules.removeException(id, date);
        return changed(id, "schedule.withdraw-exception");
    }

    /// What the change would do; refused as the change itself would be.
    @Transactional(readOnly = true)
    SchedulePreview previewUpdate(long id, @Nullable Long version, UnaryOperator<Schedule> change) {
        Schedule wanted = requireChange(get(id), version, change);
        return preview(wanted, listAllExceptions(id));
    }

    @Transactional(readOnly = true)
    SchedulePreview previewClosing(long id) {
        return preview(get(id).in(Schedule.State.CLOSED), List.of());
    }

    @Transactional(readOnly = true)
    SchedulePreview previewException(long id, ExceptionDay exception) {
        Schedule schedule = requireOpen(get(id));
        ExceptionDay clean = SchedulePolicy.require(exception, calendar.today());
        var exceptions = new ArrayList<>(listAllExceptions(id));
        exceptions.removeIf(other -> other.date().equals(clean.date()));
        exceptions.add(clean);
        return preview(schedule, exceptions);
    }

    /// What is still to be decided: appointments that the schedule as it is has no hours for.
    @Transactional(readOnly = true)
    SchedulePreview previewAsItIs(long id) {
        return preview(get(id), listAllExceptions(id));
    }

    /// All of those.
    List<Touched.One> listOutside(long id) {
        Schedule schedule = get(id);
        List<ExceptionDay> exceptions = listAllExceptions(id);
        return touched.list(schedule, exceptions, making.preview(schedule, exceptions));
    }

    private SchedulePreview preview(Schedule schedule, List<ExceptionDay> exceptions) {
        SlotChange change = making.preview(schedule, exceptions);
        return SchedulePreview.of(change, touched.list(schedule, exceptions, change),
                making.findUnpublished(schedule).orElse(null));
    }

    private List<ExceptionDay> listAllExceptions(long id) {
        return days.listExceptions(id, calendar.today().minusDays(1));
    }

    private Schedule requireChange(Schedule now, @Nullable Long version, UnaryOperator<Schedule> change) {
        requireOpen(now);
        if (version != null && version != now.version()) {
            throw new BadInput("input.version", "SCHEDULE_CHANGED_MEANWHILE");
        }
        Schedule wanted = policy.require(change.apply(now));
        policy.requireResourceIsFree(wanted);
        requireOnlyOne(wanted);
        return wanted;
    }

    private void requireOnlyOne(Schedule wanted) {
        schedules.find(wanted.serviceId(), wanted.facilityId(), wanted.resource())
                .filter(other -> other.id() != wanted.id())
                .ifPresent(_ -> {
                    throw new BadInput("input.resource", "SCHEDULE_EXISTS", wanted.resource());
                });
    }

    private static Schedule requireOpen(Schedule schedule) {
        if (schedule.state() == Schedule.State.CLOSED) {
            throw new BadInput("input.id", "SCHEDULE_CLOSED");
        }
        return schedule;
    }

    Schedule get(long id) {
        return requireStaff(schedules.list(List.of(id)).stream().findFirst());
    }

    private Schedule getLocked(long id) {
        return requireStaff(schedules.findLocked(id));
    }

    private Schedule requireStaff(Optional<Schedule> found) {
        Schedule schedule = found.orElseThrow(() -> new BadInput("input.id", "UNKNOWN_SCHEDULE"));
        staff.require(schedule.facilityId());
        return schedule;
    }

    private Schedule changed(long id, String act) {
        Schedule schedule = schedules.findLocked(id).orElseThrow();
        making.make(schedule);
        audit.record(act, Schedule.TYPE + ":" + id, null);
        return schedule;
    }
}
