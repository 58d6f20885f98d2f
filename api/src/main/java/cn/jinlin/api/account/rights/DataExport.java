package cn.jinlin.api.account.rights;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A copy of everything kept of a resident, as far as it is.
///
/// @param language of the page for people: `zh-CN` or `en`
/// @param expiresAt until when it can be taken; null while it is not ready
record DataExport(UUID id, UUID residentId, String language, State state, Instant requestedAt,
        @Nullable Instant expiresAt) {

    enum State {
        REQUESTED, READY, TAKEN, EXPIRED, FAILED
    }
}
