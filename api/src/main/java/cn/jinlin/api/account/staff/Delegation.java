package cn.jinlin.api.account.staff;

import java.time.LocalDate;
import java.util.UUID;

import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;

/// A duty that somebody else does for some days of Asia/Shanghai, both ends included. It ends with the duty.
///
/// @param duty that is delegated
/// @param from who holds the duty
/// @param to who stands in
public record Delegation(UUID id, UUID duty, Role role, @Nullable Unit unit, UUID from, @Nullable String fromName,
        UUID to, @Nullable String toName, LocalDate begins, LocalDate ends) {

    static final String TYPE = "StaffDelegation";

    Delegation in(@Nullable Unit known) {
        return new Delegation(id, duty, role, known, from, fromName, to, toName, begins, ends);
    }

    /// Tells no personal data.
    @Override
    public String toString() {
        return "Delegation[" + id + ']';
    }
}
