package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.function.UnaryOperator;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the district's administrators do with services.
@Service
class ServiceAdministration {

    private final BookableServices services;
    private final Schedules schedules;
    private final SlotMaking making;
    private final Touched touched;
    private final SlotsDue due;
    private final Access access;
    private final Audit audit;

    ServiceAdministration(BookableServices services, Schedules schedules, SlotMaking making, Touched touched,
            SlotsDue due, Access access, Audit audit) {
        this.services = services;
        this.schedules = schedules;
        this.making = making;
        this.touched = touched;
        this.due = due;
        this.access = access;
        this.audit = audit;
    }

    /// @throws BadInput SERVICE_NUMBER_TAKEN, and what [ServicePolicy] refuses
    @Transactional
    BookableService create(BookableService wanted) {
        access.require(Role.DISTRICT_ADMIN);
        BookableService clean = ServicePolicy.require(wanted);
        if (services.find(clean.number()).isPresent()) {
            throw new BadInput("input.number", "SERVICE_NUMBER_TAKEN", clean.number());
        }
        return changed(services.insert(clean), "service.create");
    }

    /// @throws BadInput UNKNOWN_SERVICE, and what [ServicePolicy] refuses
    @Transactional
    BookableService update(long id, UnaryOperator<BookableService> change) {
        access.require(Role.DISTRICT_ADMIN);
        services.update(ServicePolicy.require(change.apply(getLocked(id))));
        due.lookSoonAtAllOf(id);
        return changed(id, "service.update");
    }

    /// It is offered no more. Slots without takers go; what was booked stays until the facilities' staff decide.
    ///
    /// @throws BadInput UNKNOWN_SERVICE; closing twice is no error
    @Transactional
    BookableService close(long id) {
        access.require(Role.DISTRICT_ADMIN);
        BookableService service = getLocked(id);
        if (!service.inService()) {
            return service;
        }
        services.update(service.closed());
        due.lookSoonAtAllOf(id);
        return changed(id, "service.close");
    }

    /// What closing it would do to all of its schedules; tells how many appointments are touched, and not which.
    ///
    /// @throws BadInput UNKNOWN_SERVICE
    @Transactional(readOnly = true)
    SchedulePreview previewClosing(long id) {
        access.require(Role.DISTRICT_ADMIN);
        if (services.list(List.of(id)).isEmpty()) {
            throw new BadInput("id", "UNKNOWN_SERVICE");
        }
        return schedules.listOpen(id)
                .stream()
                .map(this::previewClosing)
                .reduce(SchedulePreview.NOTHING,
                        SchedulePreview::and);
    }

    private SchedulePreview previewClosing(Schedule schedule) {
        Schedule closed = schedule.in(Schedule.State.CLOSED);
        SlotChange change = making.preview(closed, List.of());
        return SchedulePreview.of(change, touched.list(closed, List.of(), change), null).withoutNames();
    }

    private BookableService getLocked(long id) {
        return services.findLocked(id).orElseThrow(() -> new BadInput("input.id", "UNKNOWN_SERVICE"));
    }

    private BookableService changed(long id, String act) {
        audit.record(act, BookableService.TYPE + ":" + id, null);
        return services.list(List.of(id)).getFirst();
    }
}
