package cn.jinlin.api.security;

/// What a member of staff may be to a unit of the district.
public enum Role {
    /// Changes the district's own data: facilities, regions, calendars, units and their staff. Held for the whole district.
    DISTRICT_ADMIN,
    /// Leads a unit: sees its work, delegates, approves extensions.
    UNIT_LEADER,
    /// Works at the desk of a facility.
    FACILITY_DESK,
    /// Runs a volunteer team.
    VOLUNTEER_COORDINATOR,
    /// Answers letters.
    MAILBOX_CLERK,
    /// Reviews answers before they leave. Never the one who wrote them.
    MAILBOX_REVIEWER
}
