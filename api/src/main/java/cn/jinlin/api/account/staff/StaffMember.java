package cn.jinlin.api.account.staff;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Somebody who works for the district.
///
/// @param number their place in lists, in the order of making
/// @param name null until the first administrator has given one
/// @param userName what they sign in by; null for those of the identity provider and before acceptance
/// @param mail their address; personal data, shown masked
public record StaffMember(UUID id, long number, StaffState state, @Nullable String name, @Nullable String userName,
        @Nullable String mail, Instant createdAt) {

    public static final String TYPE = "StaffMember";

    public boolean isActive() {
        return state == StaffState.ACTIVE;
    }

    /// Tells no personal data.
    @Override
    public String toString() {
        return "StaffMember[" + id + ", " + state + ']';
    }
}
