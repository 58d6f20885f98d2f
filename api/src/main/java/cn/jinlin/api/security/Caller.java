package cn.jinlin.api.security;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Who is asking, as their token says.
///
/// @param session the sign-in that the token belongs to; null for the operator's command line
/// @param duties of staff; empty for residents
public record Caller(Subject subject, @Nullable UUID session, Set<Duty> duties) {

    public boolean isResident() {
        return subject.kind() == Subject.Kind.RESIDENT;
    }

    public boolean isStaff() {
        return subject.kind() == Subject.Kind.STAFF;
    }

    /// Whether they hold the role for that unit. The district's administrators do not thereby hold a unit's.
    public boolean holds(Role role, UUID unit) {
        return duties.contains(new Duty(role, unit));
    }

    /// Whether they hold the role for any unit, or for the district.
    public boolean holds(Role role) {
        return duties.stream().anyMatch(duty -> duty.role() == role);
    }
}
