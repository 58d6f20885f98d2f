package cn.jinlin.api.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after a failure: twice as long each time, at most two hours, and by chance half less to half more, so
/// that what failed together does not come back together.
record Backoff(Duration first, RandomGenerator random) {

    private static final Duration LONGEST = Duration.ofHours(2);

    /// @param attempts made so far, at least one
    Duration after(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.5 + random.nextDouble())));
    }
}
