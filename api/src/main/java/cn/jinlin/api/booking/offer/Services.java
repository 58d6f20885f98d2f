package cn.jinlin.api.booking.offer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

/// The door to what is offered: services, their schedules, and when those are open. For reading only.
@Service
public class Services {

    private final BookableServices services;
    private final Schedules schedules;
    private final Offers offers;
    private final ScheduleDays days;

    Services(BookableServices services, Schedules schedules, Offers offers, ScheduleDays days) {
        this.services = services;
        this.schedules = schedules;
        this.offers = offers;
        this.days = days;
    }

    /// One in service, by its number.
    public Optional<BookableService> find(String number) {
        return services.find(number).filter(BookableService::inService);
    }

    /// In service or no more.
    public Optional<BookableService> findById(long id) {
        return services.list(List.of(id)).stream().findFirst();
    }

    /// @throws IllegalStateException when there is none
    public BookableService get(long id) {
        return findById(id).orElseThrow(() -> new IllegalStateException("There is no service " + id));
    }

    /// Those there are, by id, in service or no more. One statement.
    public Map<Long, BookableService> list(Collection<Long> ids) {
        return services.list(ids).stream().collect(Collectors.toMap(BookableService::id, Function.identity()));
    }

    public Optional<Schedule> findSchedule(long id) {
        return schedules.list(List.of(id)).stream().findFirst();
    }

    /// @throws IllegalStateException when there is none
    public Schedule getSchedule(long id) {
        return findSchedule(id).orElseThrow(() -> new IllegalStateException("There is no schedule " + id));
    }

    /// A schedule with its service, in whatever state. One statement.
    public Optional<Offered> findOffered(long schedule) {
        return offers.find(schedule);
    }

    /// @throws IllegalStateException when there is none
    public Offered getOffered(long schedule) {
        return findOffered(schedule)
                .orElseThrow(() -> new IllegalStateException("There is no schedule " + schedule));
    }

    /// Those there are, by id, in whatever state. One statement.
    public Map<Long, Schedule> listSchedulesById(Collection<Long> ids) {
        return schedules.list(ids).stream().collect(Collectors.toMap(Schedule::id, Function.identity()));
    }

    /// Published schedules of a service at some facilities, by facility and resource. One statement.
    ///
    /// @param facilities ids; empty for all
    public List<Schedule> listSchedules(long service, Collection<Long> facilities) {
        return schedules.listPublished(service, facilities);
    }

    /// Facilities in service that have a published schedule of the service, by name, at most so many.
    public List<Long> listFacilities(long service, int atMost) {
        return schedules.listFacilities(service, atMost);
    }

    /// When a schedule is open, each day from one to another, in order: lines, exceptions and holidays applied. Days of
    /// an unpublished year are left out where the schedule follows the calendar.
    public List<OpenSpan> listOpen(Schedule schedule, LocalDate from, LocalDate to) {
        return days.listOpen(schedule, from, to);
    }

    /// The first day from one to another of which nobody knows yet whether it is a working day.
    public Optional<LocalDate> findUnpublished(LocalDate from, LocalDate to) {
        return days.findUnpublished(from, to);
    }
}
