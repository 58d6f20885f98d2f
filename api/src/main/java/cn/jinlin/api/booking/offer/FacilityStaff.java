package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.UUID;

import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who decides about a facility's schedules and appointments: the desk and the leader of its own unit, nobody else's.
@Component
public class FacilityStaff {

    private final Access access;
    private final JdbcClient jdbc;

    FacilityStaff(Access access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /// @throws AccessDeniedException unless the caller works at the facility's desk, or leads it
    public Caller require(long facility) {
        Caller caller = access.getCaller();
        if (listUnits(facility).stream().noneMatch(unit -> worksIn(caller, unit))) {
            throw new AccessDeniedException("For the facility's own staff");
        }
        return caller;
    }

    /// Whether the caller works at the facility's desk, or leads it.
    public boolean isOf(long facility) {
        return access.findCaller()
                .filter(caller -> listUnits(facility).stream().anyMatch(unit -> worksIn(caller, unit)))
                .isPresent();
    }

    /// Open units whose facility it is, mostly one.
    public List<UUID> listUnits(long facility) {
        return jdbc.sql("select id from unit where facility_id = ? and closed_at is null order by number")
                .param(facility)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static boolean worksIn(Caller caller, UUID unit) {
        return caller.holds(Role.FACILITY_DESK, unit) || caller.holds(Role.UNIT_LEADER, unit);
    }
}
