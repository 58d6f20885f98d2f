package cn.jinlin.search.facility;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether Elasticsearch is away, so that callers fail at once instead of each waiting for a timeout of its own.
/// While it is away a probe asks for it in the background; nobody has to call for it to come back.
final class Availability implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
    private static final Duration FIRST_PROBE = Duration.ofMillis(200);
    private static final Duration SLOWEST_PROBE = Duration.ofSeconds(2);

    private final AtomicReference<@Nullable Exception> lost = new AtomicReference<>();
    private final BooleanSupplier probe;
    private volatile boolean closed;

    /// @param probe true when Elasticsearch answers again
    Availability(BooleanSupplier probe) {
        this.probe = probe;
    }

    boolean isAway() {
        return lost.get() != null;
    }

    /// @throws IndexUnavailableException while Elasticsearch is known to be away
    void check() {
        Exception reason = lost.get();
        if (reason != null) {
            throw new IndexUnavailableException("Elasticsearch is away: " + reason.getMessage(), reason);
        }
    }

    /// Notes that a request got no answer, and gives the exception to throw for it.
    IndexUnavailableException lost(Exception reason) {
        if (lost.compareAndSet(null, reason)) {
            LOG.warn("Elasticsearch is away: {}", reason.toString());
            probeAfter(FIRST_PROBE);
        }
        return new IndexUnavailableException("Elasticsearch gave no answer: " + reason.getMessage(), reason);
    }

    /// Runs something later on a thread of its own; not at all when this is closed first.
    void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    if (!closed) {
                        task.run();
                    }
                });
    }

    @Override
    public void close() {
        closed = true;
    }

    private void probeAfter(Duration delay) {
        later(delay, () -> {
            if (probe.getAsBoolean()) {
                LOG.info("Elasticsearch is back");
                lost.set(null);
            } else {
                Duration twice = delay.multipliedBy(2);
                probeAfter(twice.compareTo(SLOWEST_PROBE) > 0 ? SLOWEST_PROBE : twice);
            }
        });
    }
}
