package cn.jinlin.api.facility;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to the record of facilities.
@Service
public class FacilityService {

    private final Facilities facilities;
    private final FacilityPages pages;
    private final FacilityPolicy policy;
    private final WorkingCalendar calendar;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    FacilityService(Facilities facilities, FacilityPages pages, FacilityPolicy policy, WorkingCalendar calendar,
            Access access, Audit audit,
            ApplicationEventPublisher events) {
        this.facilities = facilities;
        this.pages = pages;
        this.policy = policy;
        this.calendar = calendar;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    /// A facility as its page shows it; from a cache that every change drops.
    public Optional<Facility> find(long id) {
        return pages.find(id);
    }

    /// Facilities as their pages show them, by id; those that are not there are left out.
    public Map<Long, Facility> list(Collection<Long> ids) {
        return pages.list(ids);
    }

    /// @throws BadInput when the details break a rule
    @Transactional
    public Facility create(FacilityDetails details) {
        access.require(Role.DISTRICT_ADMIN);
        policy.require(details);
        return changed(facilities.insert(details), "facility.create");
    }

    /// @throws BadInput when there is no such facility, or what it would become breaks a rule
    @Transactional
    public Facility update(long id, Function<FacilityDetails, FacilityDetails> change) {
        access.require(Role.DISTRICT_ADMIN);
        FacilityDetails details = change.apply(getOpen(id).details());
        policy.require(details);
        facilities.update(id, details);
        return changed(id, "facility.update");
    }

    /// @throws BadInput when there is no such facility; closing twice is no error
    @Transactional
    public Facility close(long id) {
        access.require(Role.DISTRICT_ADMIN);
        Facility facility = getLocked(id);
        if (!facility.inService()) {
            return facility;
        }
        facilities.close(id);
        return changed(id, "facility.close");
    }

    /// @throws BadInput when there is no such facility, or the day breaks a rule
    @Transactional
    public Facility declare(long id, ExceptionDay exception) {
        access.require(Role.DISTRICT_ADMIN);
        policy.require(exception, calendar.today());
        getOpen(id);
        facilities.put(id, exception);
        return changed(id, "facility.declare-exception");
    }

    private Facility getOpen(long id) {
        Facility facility = getLocked(id);
        if (!facility.inService()) {
            throw new BadInput("input.id", "CLOSED_FOR_GOOD");
        }
        return facility;
    }

    private Facility getLocked(long id) {
        facilities.lock(id);
        return facilities.find(id).orElseThrow(() -> new BadInput("input.id", "UNKNOWN_FACILITY"));
    }

    private Facility changed(long id, String act) {
        audit.record(act, "Facility:" + id, null);
        events.publishEvent(new FacilitiesChanged(Set.of(id)));
        return facilities.find(id).orElseThrow();
    }
}
