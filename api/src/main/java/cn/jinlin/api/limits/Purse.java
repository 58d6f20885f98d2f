package cn.jinlin.api.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import cn.jinlin.api.cache.SharedRedis;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;

/// The buckets of one purpose: those that nodes share, and this node's own for while Redis is away.
final class Purse {

    private static final int MOST_BUCKETS = 100_000;
    private static final Duration LONGER_THAN_FILLING = Duration.ofSeconds(10);
    /// What a node gives out before it tells the others.
    private static final long PART = 20;
    private static final Duration TELL_AFTER = Duration.ofSeconds(1);

    private final String purpose;
    private final RateLimitProperties.Purpose limit;
    private final SharedRedis redis;
    private final KeyHash hash;
    private final BucketConfiguration filling;
    private final Optimization asking;
    private final Cache<String, Bucket> own;
    private volatile @Nullable Shared shared;

    Purse(String purpose, RateLimitProperties.Purpose limit, SharedRedis redis, KeyHash hash) {
        this.purpose = purpose;
        this.limit = limit;
        this.redis = redis;
        this.hash = hash;
        filling = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.tokens()).refillGreedy(limit.tokens(), limit.per()))
                .build();
        asking = limit.exact()
                ? Optimizations.batching()
                : Optimizations.delaying(new DelayParameters(Math.max(1, limit.tokens() / PART), TELL_AFTER));
        own = buckets();
    }

    /// The buckets on one connection: after Redis was away, it is another.
    private record Shared(StatefulRedisConnection<byte[], byte[]> connection, ProxyManager<byte[]> buckets,
            Cache<String, Bucket> known) {}

    RateLimits.Answer take(String key, long tokens) {
        long wanted = Math.clamp(tokens, 1, limit.tokens());
        ConsumptionProbe probe = redis.ask(connection -> take(shared(connection), key, wanted))
                .orElseGet(() -> own.get(key, _ -> ownBucket()).tryConsumeAndReturnRemaining(wanted));
        return probe.isConsumed()
                ? RateLimits.Answer.ALLOWED
                : new RateLimits.Answer(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
    }

    private ConsumptionProbe take(Shared from, String key, long wanted) {
        return from.known()
                .get(key,
                        _ -> from.buckets()
                                .builder()
                                .withOptimization(asking)
                                .build(hash.of(purpose, key), () -> filling))
                .tryConsumeAndReturnRemaining(wanted);
    }

    private Shared shared(StatefulRedisConnection<byte[], byte[]> connection) {
        Shared known = shared;
        if (known == null || !known.connection().equals(connection)) {
            known = new Shared(connection,
                    Bucket4jLettuce.casBasedBuilder(connection)
                            .expirationAfterWrite(ExpirationAfterWriteStrategy
                                    .basedOnTimeForRefillingBucketUpToMax(LONGER_THAN_FILLING))
                            .build(),
                    buckets());
            shared = known;
        }
        return known;
    }

    private Bucket ownBucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.tokens()).refillGreedy(limit.tokens(), limit.per()))
                .build();
    }

    /// A bucket that nobody asked for while it filled is as good as a new one.
    private Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder().maximumSize(MOST_BUCKETS).expireAfterAccess(limit.per()).build();
    }
}
