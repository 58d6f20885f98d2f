package cn.jinlin.api.account.consent;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Where a purpose stands for a resident.
///
/// @param purpose with the text in force
/// @param last the newest decision; null when never asked
public record ConsentState(ConsentText purpose, @Nullable ConsentRecord last) {

    /// Agreed to in the text in force.
    public boolean isGiven() {
        return last != null && last.isGiven() && last.version() == purpose.version();
    }

    /// Agreed to in an earlier text: what was kept under it stays, but nothing is added until the new text is agreed to.
    public boolean isOutdated() {
        return last != null && last.isGiven() && last.version() < purpose.version();
    }

    public @Nullable Instant decidedAt() {
        return last == null ? null : last.decidedAt();
    }
}
