package cn.jinlin.api.account.staff;

import java.time.LocalDate;
import java.util.UUID;

import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;

/// The inputs of the mutations, and how they are read.
public final class StaffInputs {

    private StaffInputs() {}

    record CreateUnit(UnitKind kind, String name, @Nullable String nameEn, @Nullable String parent,
            @Nullable String facility) {}

    record RenameUnit(String id, String name, @Nullable String nameEn) {}

    record Id(String id) {}

    /// A role and its unit.
    public record OfDuty(Role role, @Nullable String unit) {

        /// @throws cn.jinlin.api.graphql.BadInput when the unit's id is none
        public Duty read(String field) {
            return new Duty(role, unit == null ? null : unitKey(unit, field));
        }
    }

    record Assign(String staffMember, OfDuty duty) {}

    record Delegate(String duty, String to, LocalDate begins, LocalDate ends) {}

    record Suspend(String id, String reason, @Nullable String successor, boolean leaveWork) {}

    record HandOver(String from, String to) {}

    static UUID unitKey(String id, String field) {
        return StaffTexts.key(Unit.TYPE, id, field, "STAFF_UNIT_UNKNOWN");
    }

    /// The key of a member's global id.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput when it is none
    public static UUID member(String id, String field) {
        return StaffTexts.key(StaffMember.TYPE, id, field, "UNKNOWN_STAFF");
    }
}
