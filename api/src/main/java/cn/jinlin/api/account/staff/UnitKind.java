package cn.jinlin.api.account.staff;

import cn.jinlin.api.security.Role;

/// What a unit does, and which roles there are in it.
public enum UnitKind {
    /// The root of all units; there is one.
    DISTRICT,
    /// Of the district's government; it answers letters.
    DEPARTMENT,
    /// The desk of a facility.
    FACILITY_DESK,
    /// Volunteers and who runs them.
    VOLUNTEER_TEAM,
    /// Takes letters of residents.
    MAILBOX;

    /// Whether somebody can hold that role in a unit of this kind. Any unit can have a leader.
    boolean has(Role role) {
        return switch (role) {
            case DISTRICT_ADMIN -> false;
            case UNIT_LEADER -> true;
            case FACILITY_DESK -> this == FACILITY_DESK;
            case VOLUNTEER_COORDINATOR -> this == VOLUNTEER_TEAM;
            case MAILBOX_CLERK, MAILBOX_REVIEWER -> this == MAILBOX || this == DEPARTMENT;
        };
    }
}
