package cn.jinlin.api.account.staff;

import java.time.LocalDate;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which changes of duties there may be.
@Component
public class DutyPolicy {

    static final int LONGEST_DELEGATION_DAYS = 366;

    private final Units units;
    private final Duties duties;
    private final Access access;

    DutyPolicy(Units units, Duties duties, Access access) {
        this.units = units;
        this.duties = duties;
        this.access = access;
    }

    /// Nobody raises, lowers, resets or shuts out themselves: it always takes another administrator.
    public void requireNotOneself(UUID staff, String field) {
        if (access.getCaller().subject().id().equals(staff)) {
            throw new BadInput("input." + field, "NOT_ONESELF");
        }
    }

    /// A role is held where there is such work, in a unit that is open; the administrator's in none.
    public void requireFits(Duty duty, String field) {
        UUID id = duty.unit();
        if (duty.role() == Role.DISTRICT_ADMIN) {
            if (id != null) {
                throw new BadInput("input." + field, "ADMIN_OF_THE_DISTRICT_ONLY");
            }
            return;
        }
        if (id == null) {
            throw new BadInput("input." + field, "ROLE_NEEDS_A_UNIT");
        }
        Unit unit = units.findLocked(id).orElseThrow(() -> new BadInput("input." + field, "STAFF_UNIT_UNKNOWN"));
        if (unit.isClosed()) {
            throw new BadInput("input." + field, "UNIT_CLOSED");
        }
        if (!unit.kind().has(duty.role())) {
            throw new BadInput("input." + field, "NO_SUCH_ROLE_IN_THE_UNIT");
        }
    }

    /// Somebody must be left who can let others in. Holds until the transaction ends.
    void requireAnAdministratorBeside(UUID staff, String field) {
        duties.lockAdministrators();
        if (duties.isAdministrator(staff) && duties.countAdministratorsBeside(staff) == 0) {
            throw new BadInput("input." + field, "LAST_ADMINISTRATOR");
        }
    }

    /// Administration is never delegated: it would pass by the second administrator. A leader delegates their own duties,
    /// an administrator anybody's.
    void requireMayDelegate(HeldDuty duty) {
        if (!access.getCaller().holds(Role.DISTRICT_ADMIN)) {
            access.require(Role.UNIT_LEADER);
            if (!access.getCaller().subject().id().equals(duty.staff())) {
                throw new BadInput("input.duty", "UNKNOWN_DUTY");
            }
        }
        if (duty.role() == Role.DISTRICT_ADMIN) {
            throw new BadInput("input.duty", "ADMINISTRATION_IS_NOT_DELEGATED");
        }
    }

    static void requireDays(LocalDate begins, LocalDate ends, LocalDate today) {
        if (begins.isBefore(today)) {
            throw new BadInput("input.begins", "DATE_PAST");
        }
        if (ends.isBefore(begins)) {
            throw new BadInput("input.ends", "ENDS_BEFORE_IT_BEGINS");
        }
        if (ends.isAfter(begins.plusDays(LONGEST_DELEGATION_DAYS))) {
            throw new BadInput("input.ends", "DELEGATION_TOO_LONG", LONGEST_DELEGATION_DAYS);
        }
    }

    static StaffMember requireActive(@Nullable StaffMember member, String field) {
        if (member == null) {
            throw new BadInput("input." + field, "UNKNOWN_STAFF");
        }
        if (!member.isActive()) {
            throw new BadInput("input." + field, "STAFF_NOT_ACTIVE");
        }
        return member;
    }
}
