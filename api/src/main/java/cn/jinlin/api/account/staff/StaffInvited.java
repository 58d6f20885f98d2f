package cn.jinlin.api.account.staff;

import java.time.Instant;
import java.util.UUID;

/// An account was made, and a one-time link to it. Published within the transaction.
///
/// @param link opens the account: whoever passes it on must keep it secret
public record StaffInvited(UUID staff, String link, Instant expiresAt) {

    /// Tells no secret.
    @Override
    public String toString() {
        return "StaffInvited[" + staff + ']';
    }
}
