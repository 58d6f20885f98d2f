package cn.jinlin.api.account.rights;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// An erasure, from the wish to the report.
record Erasure(UUID id, UUID residentId, State state, Instant requestedAt, Instant dueAt, @Nullable Instant doneAt) {

    enum State {
        WAITING, RUNNING, DONE, CANCELLED
    }

    /// A line of the report. It names nobody.
    ///
    /// @param keptBy code of the law that keeps what stays
    record Line(String domain, int removed, int deidentified, @Nullable String keptBy) {}

    /// @param receipt with which the report is read when there is no account any more; known to nobody but its owner
    record Requested(Erasure erasure, @Nullable String receipt) {}
}
