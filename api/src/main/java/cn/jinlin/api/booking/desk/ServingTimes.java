package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// How long services usually take at a facility.
///
/// @param usual by service
/// @param measured from so many that were served
record ServingTimes(Map<Long, Duration> usual, int measured) {

    private static final Duration UNKNOWN = Duration.ofMinutes(10);

    /// Of a service nobody knows, the mean of those that are known.
    Duration of(@Nullable Long service) {
        Duration known = service == null ? null : usual.get(service);
        if (known != null) {
            return known;
        }
        return usual.isEmpty()
                ? UNKNOWN
                : usual.values().stream().reduce(Duration.ZERO, Duration::plus).dividedBy(usual.size());
    }
}
