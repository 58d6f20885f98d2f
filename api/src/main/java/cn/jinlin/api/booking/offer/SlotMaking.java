package cn.jinlin.api.booking.offer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.capacity.NewSlot;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.SlotPlans;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.Scalars;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes a schedule's slots what they should be, through the horizon. Doing it again changes nothing.
@Component
class SlotMaking {

    /// Beyond any horizon.
    private static final Duration FAR = Duration.ofDays(400);

    private final Services services;
    private final BookableServices record;
    private final ScheduleDays days;
    private final Places places;
    private final SlotPlans plans;
    private final SlotsDue due;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SlotMaking(Services services, BookableServices record, ScheduleDays days, Places places, SlotPlans plans,
            SlotsDue due, ApplicationEventPublisher events, Clock clock) {
        this.services = services;
        this.record = record;
        this.days = days;
        this.places = places;
        this.plans = plans;
        this.due = due;
        this.events = events;
        this.clock = clock;
    }

    /// What would happen, were the schedule so.
    ///
    /// @param exceptions from today on
    SlotChange preview(Schedule schedule, List<ExceptionDay> exceptions) {
        Instant now = clock.instant();
        List<SlotRecord> there = places.listSlots(List.of(schedule.id()), now, now.plus(FAR));
        return SlotChange.between(there, plan(schedule, exceptions, now));
    }

    /// Makes them so; the schedule is locked by whoever calls.
    ///
    /// @return what was done, and what stays until staff decide
    @Transactional(propagation = Propagation.MANDATORY)
    public SlotChange make(Schedule schedule) {
        SlotChange change = preview(schedule, days.listExceptions(schedule.id(), firstDay()));
        change.dropped().forEach(slot -> places.close(slot.id()));
        change.kept().stream().filter(SlotRecord::open).forEach(slot -> places.close(slot.id()));
        // Whoever takes a place at this moment wins: the slot is looked at again with the next making.
        change.changed().forEach(changed -> plans.replan(changed.slot().id(), changed.as()));
        places.add(change.added());
        due.made(schedule.id(), today().plusDays(schedule.horizonDays()), findUnpublished(schedule).orElse(null),
                change.taken());
        record.recount(schedule.serviceId());
        events.publishEvent(new SlotsMade(schedule.serviceId()));
        return change;
    }

    /// The first day up to the horizon for which no slots can be made yet, because nobody knows whether it is a working
    /// day.
    Optional<LocalDate> findUnpublished(Schedule schedule) {
        return isSlotted(schedule) && schedule.holidayPolicy() == HolidayPolicy.FOLLOWS_CALENDAR
                ? services.findUnpublished(today(), today().plusDays(schedule.horizonDays()))
                : Optional.empty();
    }

    private List<NewSlot> plan(Schedule schedule, List<ExceptionDay> exceptions, Instant now) {
        return isSlotted(schedule)
                ? SlotPlan.of(schedule,
                        days.listOpen(schedule, exceptions, firstDay(), today().plusDays(schedule.horizonDays())), now)
                : List.of();
    }

    private boolean isSlotted(Schedule schedule) {
        BookableService service = services.get(schedule.serviceId());
        return schedule.state() == Schedule.State.PUBLISHED && service.inService()
                && service.kind() != ServiceKind.ROOM;
    }

    /// Hours of yesterday may run past midnight.
    private LocalDate firstDay() {
        return today().minusDays(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI);
    }
}
