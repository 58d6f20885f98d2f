package cn.jinlin.api.account.staff;

import java.util.UUID;

import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;

/// A role that somebody holds in a unit, or stands in for.
///
/// @param id of the duty that it comes from
/// @param staff who holds it or stands in
/// @param unit null for the whole district
/// @param delegation by which they stand in; null where they hold it
public record HeldDuty(UUID id, UUID staff, Role role, @Nullable Unit unit, @Nullable Delegation delegation) {

    static final String TYPE = "StaffDuty";
}
