package cn.jinlin.api.booking.appointment;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.TooManyRequests;
import org.springframework.stereotype.Component;

/// Lets so many book at once on this node, in the order in which they came. More would only wait for the same row with a
/// connection in their hands, and keep everybody else from the record; and whoever waits here does not run into the pool's
/// patience.
@Component
class Turns {

    private static final int AT_ONCE = 12;
    private static final int PATIENCE_SECONDS = 8;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /// @throws TooManyRequests when it takes too long; nothing was done then
    <T> T take(Supplier<T> act) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyRequests(5);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManyRequests(5);
        }
        try {
            return act.get();
        } finally {
            turns.release();
        }
    }
}
