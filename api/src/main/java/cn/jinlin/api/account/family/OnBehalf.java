package cn.jinlin.api.account.family;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Who acts for whom. Stored with each act, so that it can always be shown.
///
/// @param proxy by which the actor may; null when people act for themselves
public record OnBehalf(UUID actor, UUID person, @Nullable UUID proxy) {

    public boolean isForAnother() {
        return proxy != null;
    }
}
