package cn.jinlin.api.account.access;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.account.staff.Unit;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// In which of their duties a member of staff acts.
@Component
public class ActingDuty {

    private final Access access;

    ActingDuty(Access access) {
        this.access = access;
    }

    /// @param unit global id of the unit acted for; needed by whoever holds one of the roles in several
    /// @param field path of the unit in the request
    /// @throws AccessDeniedException unless the caller is staff and holds one of the roles, for that unit where one is named
    /// @throws BadInput UNIT_NEEDED, UNKNOWN_UNIT
    public Duty get(Set<Role> roles, @Nullable String unit, String field) {
        Caller caller = access.getCaller();
        UUID named = unit == null ? null : GlobalId.readUuid(Unit.TYPE, unit, field, "UNKNOWN_UNIT");
        List<Duty> fitting = caller.duties()
                .stream()
                .filter(duty -> roles.contains(duty.role()) && (named == null || named.equals(duty.unit())))
                .sorted(Comparator.comparing(Duty::role).reversed())
                .toList();
        if (!caller.isStaff() || fitting.isEmpty()) {
            throw new AccessDeniedException("Needs one of " + roles);
        }
        if (fitting.stream().map(duty -> String.valueOf(duty.unit())).distinct().count() > 1) {
            throw new BadInput(field, "UNIT_NEEDED");
        }
        return fitting.getFirst();
    }
}
