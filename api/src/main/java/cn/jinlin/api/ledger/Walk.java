package cn.jinlin.api.ledger;

import java.util.Arrays;

import cn.jinlin.api.ledger.Verdict.Fault;
import cn.jinlin.api.ledger.Verdict.Kind;
import org.jspecify.annotations.Nullable;

/// How far along a chain verifying has come, and the first fault on the way.
final class Walk {

    private final Link link = new Link();
    private final java.security.MessageDigest sha256 = Link.sha256();
    private final byte[] computed = new byte[Link.HASH_BYTES];
    private final byte[] last = new byte[Link.HASH_BYTES];
    private final long first;
    private final long ends;
    private final @Nullable Head witness;
    private boolean witnessed;
    /// False where a stretch begins after an entry that is gone.
    private final boolean beginsSomewhere;
    private long next;
    private long erased;
    private @Nullable Fault fault;

    /// @param before the hash of the entry before the first; empty when there is no such entry
    /// @param ends the number of the last entry by the record
    Walk(String journal, long first, byte[] before, long ends, @Nullable Head witness) {
        this.first = first;
        this.next = first;
        this.ends = ends;
        this.witness = witness;
        this.witnessed = witness == null || (witness.journal().equals(journal) && witness.number() == 0);
        this.beginsSomewhere = before.length == Link.HASH_BYTES;
        if (beginsSomewhere) {
            System.arraycopy(before, 0, last, 0, Link.HASH_BYTES);
        }
        if (!beginsSomewhere && first <= ends) {
            fault = new Fault(first - 1, Kind.REMOVED);
        }
    }

    void step(JournalRows row) {
        if (row.number != next) {
            fault = new Fault(next, Kind.REMOVED);
            return;
        }
        link.hash(row.previous, row.number, row.id, row.micros, row.digest, row.kind, row.kindLength, computed);
        if (!row.wellFormed || !Arrays.equals(computed, row.hash)) {
            fault = new Fault(next, row.wellFormed && wasChainedUnderAnotherNumber(row) ? Kind.MOVED : Kind.ALTERED);
        } else if (!Arrays.equals(row.previous, last)) {
            // The entry is as it was chained, so the one it follows is not the one that stands there.
            fault = next == first
                    ? new Fault(next, Kind.REPLACED)
                    : new Fault(next - 1, Kind.REPLACED);
        } else if (!row.erased && !payloadFits(row)) {
            fault = new Fault(next, Kind.PAYLOAD_ALTERED);
        } else {
            erased += row.erased ? 1 : 0;
            System.arraycopy(row.hash, 0, last, 0, Link.HASH_BYTES);
            witnessed |= witness != null && witness.number() == next && Arrays.equals(witness.hash(), last);
            next++;
        }
    }

    private boolean payloadFits(JournalRows row) {
        sha256.update(row.salt);
        return Arrays.equals(sha256.digest(row.payload), row.digest);
    }

    private boolean wasChainedUnderAnotherNumber(JournalRows row) {
        for (long number = 1; number <= ends; number++) {
            link.hash(row.previous, number, row.id, row.micros, row.digest, row.kind, row.kindLength, computed);
            if (Arrays.equals(computed, row.hash)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    long next() {
        return next;
    }

    byte[] last() {
        return last;
    }

    long verified() {
        return next - first;
    }

    long erased() {
        return erased;
    }

    boolean missesWitness() {
        return !witnessed;
    }
}
