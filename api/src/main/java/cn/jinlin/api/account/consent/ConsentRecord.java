package cn.jinlin.api.account.consent;

import java.time.Instant;

/// One decision about a purpose. Never changed; the newest of a purpose holds.
///
/// @param id grows with time
/// @param actor the subject who decided, as tokens write it
public record ConsentRecord(long id, Purpose purpose, int version, boolean isGiven, Instant decidedAt,
        ConsentChannel channel, String actor) {

    /// Decided by a guardian or taken down by a desk.
    public boolean isByAnother() {
        return channel != ConsentChannel.ONLINE;
    }
}
