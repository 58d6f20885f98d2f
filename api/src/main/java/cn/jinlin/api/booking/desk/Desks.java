package cn.jinlin.api.booking.desk;

import java.util.UUID;

import cn.jinlin.api.account.staff.Unit;
import cn.jinlin.api.account.staff.Units;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.springframework.stereotype.Component;

/// Lets staff in at the desk of their own unit's facility, and nowhere else.
@Component
class Desks {

    private final Units units;
    private final Access access;

    Desks(Units units, Access access) {
        this.units = units;
        this.access = access;
    }

    /// @param unit global id
    /// @throws org.springframework.security.access.AccessDeniedException unless the caller holds the role in that unit
    /// @throws BadInput UNKNOWN_UNIT also for one without a facility, and for one that was closed
    Desk require(Role role, String unit, String field) {
        UUID id = GlobalId.readUuid(Unit.TYPE, unit, field, "UNKNOWN_UNIT");
        access.require(role, id);
        long facility = units.find(id)
                .filter(found -> !found.isClosed())
                .map(Unit::facility)
                .orElseThrow(() -> new BadInput(field, "UNKNOWN_UNIT"));
        return new Desk(id, facility, access.getCaller().subject().id());
    }

    Desk require(String unit) {
        return require(Role.FACILITY_DESK, unit, "input.unit");
    }
}
