package cn.jinlin.api.account.family;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Who may act for a person has changed. For the audit trail, and to tell both sides; told in the transaction of the change.
///
/// @param actor null when an invitation ended unanswered
public record ProxyChanged(UUID proxy, UUID person, @Nullable UUID actor, Change change) {

    /// What changed.
    public enum Change {
        ACCEPTED, DECLINED, ENDED, RENEWED, CONFIRMED, CHILD_REGISTERED
    }
}
