package cn.jinlin.api.account.rights;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What is done for people off the request path: copies, erasures, retention. Every node looks; each piece is claimed in
/// the record, so that one node does it.
@Component
class RightsWork {

    private static final Logger log = LoggerFactory.getLogger(RightsWork.class);

    private final List<BooleanSupplier> kinds;

    RightsWork(ExportService exports, ErasureWork erasures, Retention retention, List<PersonWork> others) {
        kinds = new java.util.ArrayList<>(List.of(exports::makeNext, erasures::doNext, retention::applyNext));
        others.forEach(other -> kinds.add(other::doNext));
    }

    /// Does all there is to do now.
    boolean look() {
        kinds.forEach(RightsWork::doAll);
        return true;
    }

    /// One kind that fails does not keep the others from their turn; what failed is tried again after its lease.
    private static void doAll(BooleanSupplier kind) {
        try {
            boolean more;
            do {
                more = kind.getAsBoolean();
            } while (more && !Thread.currentThread().isInterrupted());
        } catch (RuntimeException failed) {
            // Its words might quote a person; where it happened does not.
            StackTraceElement[] frames = failed.getStackTrace();
            log.error("Work on personal data failed with {} at {}; it is tried again",
                    failed.getClass().getName(), frames.length == 0 ? "an unknown place" : frames[0]);
        }
    }
}
