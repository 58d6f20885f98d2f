package cn.jinlin.api.account.staff;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to the units of the district.
@Service
class UnitService {

    private final Units units;
    private final Duties duties;
    private final FacilityService facilities;
    private final Access access;
    private final ApplicationEventPublisher events;

    UnitService(Units units, Duties duties, FacilityService facilities, Access access,
            ApplicationEventPublisher events) {
        this.units = units;
        this.duties = duties;
        this.facilities = facilities;
        this.access = access;
        this.events = events;
    }

    /// An administrator sees all units, a leader those they lead, nobody else any.
    Connection<Unit> page(@Nullable UnitKind kind, boolean closedToo, Connection.Request page) {
        Caller caller = access.getCaller();
        Set<UUID> among = caller.holds(Role.DISTRICT_ADMIN) ? null : led(caller);
        return units.page(new Units.Wanted(among, kind, closedToo), page);
    }

    private static Set<UUID> led(Caller caller) {
        Set<UUID> led = caller.duties()
                .stream()
                .filter(duty -> duty.role() == Role.UNIT_LEADER)
                .map(Duty::unit)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        if (led.isEmpty()) {
            throw new AccessDeniedException("Needs DISTRICT_ADMIN or UNIT_LEADER");
        }
        return led;
    }

    /// @param parent the district when null
    /// @throws BadInput when a rule is broken
    @Transactional
    Unit create(UnitKind kind, String name, @Nullable String nameEn, @Nullable UUID parent, @Nullable Long facility) {
        access.require(Role.DISTRICT_ADMIN);
        if (kind == UnitKind.DISTRICT) {
            throw new BadInput("input.kind", "ONE_DISTRICT");
        }
        requireDeskOfAFacility(kind, facility);
        UUID above = parent == null ? units.district().id() : getOpen(parent, "parent").id();
        UUID id = units.insert(kind, above, name(name), nameEn(nameEn), facility);
        return changed(id, "unit.created");
    }

    private void requireDeskOfAFacility(UnitKind kind, @Nullable Long facility) {
        if (facility == null) {
            return;
        }
        if (kind != UnitKind.FACILITY_DESK) {
            throw new BadInput("input.facility", "FACILITY_OF_A_DESK_ONLY");
        }
        if (facilities.find(facility).isEmpty()) {
            throw new BadInput("input.facility", "UNKNOWN_FACILITY");
        }
    }

    /// @throws BadInput when there is no such unit, it is closed, or the name breaks a rule
    @Transactional
    Unit rename(UUID id, String name, @Nullable String nameEn) {
        access.require(Role.DISTRICT_ADMIN);
        getOpen(id, "id");
        units.rename(id, name(name), nameEn(nameEn));
        return changed(id, "unit.renamed");
    }

    /// @throws BadInput when there is no such unit, it is the district, or units under it are open; closing twice is no
    /// error
    @Transactional
    Unit close(UUID id) {
        access.require(Role.DISTRICT_ADMIN);
        Unit unit = units.findLocked(id).orElseThrow(() -> new BadInput("input.id", "STAFF_UNIT_UNKNOWN"));
        if (unit.isClosed()) {
            return unit;
        }
        if (unit.kind() == UnitKind.DISTRICT) {
            throw new BadInput("input.id", "ONE_DISTRICT");
        }
        if (units.hasOpenChildren(id)) {
            throw new BadInput("input.id", "UNITS_BELOW_ARE_OPEN");
        }
        Set<UUID> concerned = new HashSet<>();
        duties.listIn(id).forEach(duty -> {
            concerned.add(duty.staff());
            concerned.addAll(duties.listStandIns(duty.staff()));
            duties.end(duty.id());
        });
        units.close(id);
        concerned.forEach(staff -> events.publishEvent(new DutiesChanged(staff)));
        return changed(id, "unit.closed");
    }

    private Unit getOpen(UUID id, String field) {
        Unit unit = units.findLocked(id).orElseThrow(() -> new BadInput("input." + field, "STAFF_UNIT_UNKNOWN"));
        if (unit.isClosed()) {
            throw new BadInput("input." + field, "UNIT_CLOSED");
        }
        return unit;
    }

    private static String name(String given) {
        return StaffTexts.text(given, "name", StaffTexts.LONGEST_UNIT_NAME, "UNIT_NAME_EMPTY");
    }

    private static @Nullable String nameEn(@Nullable String given) {
        return given == null || given.isBlank()
                ? null
                : StaffTexts.text(given, "nameEn", StaffTexts.LONGEST_FOREIGN_NAME, "UNIT_NAME_EMPTY");
    }

    private Unit changed(UUID id, String act) {
        events.publishEvent(new StaffActed(access.getCaller().subject(), act, id, null));
        return units.find(id).orElseThrow();
    }
}
