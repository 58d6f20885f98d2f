package cn.jinlin.api.ledger;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What verifying a chain gave.
///
/// @param entries how many were verified before the first fault
/// @param erased how many of them have no payload any more
/// @param head where the chain ends by the record
/// @param sealed whether the head was checked against its seal too; needs `jinlin.ledger.head-key`
/// @param fault the first; null when there is none
public record Verdict(String journal, long entries, long erased, Head head, boolean sealed, @Nullable Fault fault) {

    public boolean isUnbroken() {
        return fault == null;
    }

    public Optional<Fault> findFault() {
        return Optional.ofNullable(fault);
    }

    /// @param number of the first bad entry; for a removed one, the number it had
    public record Fault(long number, Kind kind) {}

    /// What is wrong.
    public enum Kind {
        /// A field of the entry is not as it was chained.
        ALTERED,
        /// The payload is not as it was chained.
        PAYLOAD_ALTERED,
        /// There is no such entry any more.
        REMOVED,
        /// The entry was chained under another number: entries were exchanged, or one before it was taken out.
        MOVED,
        /// The entry fits itself and not the one after it: it was put in another's place.
        REPLACED,
        /// Entries are missing at the end.
        TRUNCATED,
        /// The recorded end is not the one that was recorded by the service: it does not fit the last entry or its seal.
        HEAD_FORGED,
        /// The chain does not contain the head that was noted elsewhere.
        NOT_AS_WITNESSED
    }
}
