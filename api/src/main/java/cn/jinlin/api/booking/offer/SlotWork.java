package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What is done about offers off the request path. Every node looks; each piece is claimed in the record, so that one
/// node does it.
@Component
class SlotWork {

    private static final Logger log = LoggerFactory.getLogger(SlotWork.class);

    private final SlotsDue due;
    private final Schedules schedules;
    private final SlotMaking making;
    private final MassChanges changes;
    private final TransactionTemplate transaction;

    SlotWork(SlotsDue due, Schedules schedules, SlotMaking making, MassChanges changes,
            TransactionTemplate transaction) {
        this.due = due;
        this.schedules = schedules;
        this.making = making;
        this.changes = changes;
        this.transaction = transaction;
    }

    /// Does all there is to do now.
    boolean look() {
        for (BooleanSupplier kind : List.<BooleanSupplier>of(this::makeNext, changes::doNext)) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = kind.getAsBoolean();
            }
        }
        return true;
    }

    /// One schedule that cannot be made does not keep the others waiting; it is tried again after its lease.
    ///
    /// @return whether there was one to look at
    boolean makeNext() {
        Optional<Long> next = due.claim();
        next.ifPresent(id -> {
            try {
                transaction.executeWithoutResult(_ -> schedules.findLocked(id).ifPresent(making::make));
            } catch (RuntimeException failed) {
                log.error("Slots of schedule {} cannot be made; they are tried again", id, failed);
            }
        });
        return next.isPresent();
    }
}
