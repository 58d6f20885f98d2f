package cn.jinlin.standalone;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

import cn.jinlin.api.facility.index.IndexHealth;
import org.springframework.context.ApplicationContext;

/// Waits until the search index has caught up with the record, so that what was stored can also be found.
record IndexPatience(IndexHealth index, Screen screen) {
    /// How long nothing may move; the record is safe and the index follows later, so nobody need wait for ever.
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long LOOK_EVERY_NANOS = 200_000_000L;

    static IndexPatience of(ApplicationContext service, Screen screen) {
        return new IndexPatience(service.getBean(IndexHealth.class), screen);
    }

    void await() {
        LongConsumer progress = screen.progress("import.indexing");
        long least = Long.MAX_VALUE;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (long waiting = index.backlog().waiting(); waiting > 0; waiting = index.backlog().waiting()) {
            if (waiting < least) {
                least = waiting;
                deadline = System.nanoTime() + PATIENCE_NANOS;
            }
            if (System.nanoTime() - deadline > 0 || !index.canBeAsked()) {
                screen.say("import.index.away", waiting);
                return;
            }
            progress.accept(waiting);
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        screen.say("import.indexed");
    }
}
