package cn.jinlin.api.cache;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/// The one way to Redis. Whatever fails here is taken as "nothing cached": no caller ever waits long or fails because of it.
///
/// Keys are `jinlin:cache:epoch:key`; clearing a cache only moves its epoch on. A node that may have missed a message
/// (it was cut off, or has just started) moves every epoch on before it serves from the cache again.
@Component
class RedisLink implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final String PREFIX = "jinlin:";
    private static final String CHANNEL = PREFIX + "invalidate";
    private static final String EPOCH = PREFIX + "epoch";
    /// Stands where an entry was evicted, so that a slower reader cannot put the old value back; longer than any read lasts.
    private static final Duration TOMBSTONE = Duration.ofSeconds(15);
    private static final String GONE = "";
    private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LettuceConnectionFactory factory;
    private final List<Consumer<Invalidation>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> gapListeners = new CopyOnWriteArrayList<>();
    private @Nullable ScheduledExecutorService watch;
    private volatile @Nullable Session session;
    private volatile long askAgainAt = System.nanoTime();

    RedisLink(LettuceConnectionFactory factory) {
        this.factory = factory;
    }

    /// The connections of a node, and the epoch its keys are in.
    private record Session(StatefulRedisConnection<String, String> commands,
            StatefulRedisPubSubConnection<String, String> messages, StatefulRedisConnection<byte[], byte[]> bytes,
            long epoch) {

        boolean isOpen() {
            return commands.isOpen() && messages.isOpen() && bytes.isOpen();
        }
    }

    void onInvalidation(Consumer<Invalidation> listener) {
        listeners.add(listener);
    }

    /// Called when messages may have been missed.
    void onGap(Runnable listener) {
        gapListeners.add(listener);
    }

    /// Whether this node learns at once what others change; only then may it keep entries of its own.
    boolean hearsOfChanges() {
        Session current = session;
        return current != null && current.isOpen();
    }

    /// Asks on the connection that others than the caches use; empty while Redis is away, at once.
    <T> Optional<T> askInBytes(Function<StatefulRedisConnection<byte[], byte[]>, @Nullable T> question) {
        return ask(current -> question.apply(current.bytes));
    }

    Optional<String> get(String cache, String key) {
        return ask(current -> current.commands.sync().get(key(current.epoch, cache, key)))
                .filter(value -> !value.equals(GONE));
    }

    /// The epoch that entries are in now; remembered before the record is read, and given back when writing.
    long epoch() {
        Session current = session;
        return current == null ? 0 : current.epoch;
    }

    /// @param epoch in which the reading of the record began: what was read before a clearing must not serve after it
    void put(String cache, String key, String value, Duration life, long epoch) {
        ask(current -> current.commands.sync().set(key(epoch, cache, key), value, SetArgs.Builder.nx().px(life)));
    }

    void evict(String cache, String key) {
        tell(new Invalidation(cache, key),
                (current, redis) -> redis.set(key(current.epoch, cache, key), GONE, SetArgs.Builder.px(TOMBSTONE)));
    }

    void clear(String cache) {
        tell(new Invalidation(cache, null), (current, redis) -> {
            Long epoch = redis.incr(EPOCH);
            // Whoever cleared sees it at once, not when the message comes round.
            moveTo(current, epoch.toString());
            return epoch;
        });
    }

    /// A change that cannot be told now is made up for by the new epoch that follows every gap.
    private void tell(Invalidation invalidation,
            java.util.function.BiFunction<Session, RedisCommands<String, String>, Object> change) {
        boolean told = ask(current -> {
            Objects.requireNonNull(change.apply(current, current.commands.sync()));
            return current.commands.sync().publish(CHANNEL, invalidation.write());
        }).isPresent();
        if (!told) {
            endSession();
        }
    }

    private static String key(long epoch, String cache, String key) {
        return PREFIX + cache + ":" + epoch + ":" + key;
    }

    private <T> Optional<T> ask(Function<Session, @Nullable T> question) {
        Session current = session;
        if (current == null || !current.isOpen() || askAgainAt - System.nanoTime() > 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(current));
        } catch (RedisException away) {
            askAgainAt = System.nanoTime() + PAUSE_AFTER_FAILURE_NANOS;
            log.warn("Redis does not answer; going on without it: {}", away.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void start() {
        factory.start();
        ScheduledExecutorService started = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("redis-link").factory());
        var _ = started.scheduleWithFixedDelay(this::keepSession, 0, 250, TimeUnit.MILLISECONDS);
        watch = started;
    }

    /// Opens a session where there is none, and replaces one that was cut off: messages may have passed it by.
    private void keepSession() {
        Session current = session;
        if (current != null && current.isOpen()) {
            return;
        }
        endSession();
        try {
            session = open();
            log.info("Redis is there");
        } catch (RedisException stillAway) {
            log.debug("Redis is away: {}", stillAway.getMessage());
        }
    }

    private Session open() {
        var client = (RedisClient) factory.getRequiredNativeClient();
        StatefulRedisPubSubConnection<String, String> messages = client.connectPubSub();
        StatefulRedisConnection<String, String> commands = null;
        StatefulRedisConnection<byte[], byte[]> bytes = null;
        try {
            messages.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    receive(Invalidation.read(message));
                }
            });
            messages.sync().subscribe(CHANNEL);
            commands = client.connect();
            bytes = client.connect(ByteArrayCodec.INSTANCE);
            long epoch = commands.sync().incr(EPOCH);
            commands.sync().publish(CHANNEL, new Invalidation(EPOCH, Long.toString(epoch)).write());
            return new Session(commands, messages, bytes, epoch);
        } catch (RedisException failed) {
            messages.close();
            if (commands != null) {
                commands.close();
            }
            if (bytes != null) {
                bytes.close();
            }
            throw failed;
        }
    }

    private void receive(Invalidation invalidation) {
        if (invalidation.key() == null || invalidation.cache().equals(EPOCH)) {
            followEpoch();
        }
        listeners.forEach(listener -> listener.accept(invalidation));
    }

    /// Runs on the message thread, which must not wait for Redis: the answer is taken when it comes.
    private void followEpoch() {
        Session current = session;
        if (current != null) {
            var _ = current.commands.async().get(EPOCH).whenComplete((epoch, _) -> moveTo(current, epoch));
        }
    }

    /// Epochs only move on: an answer that was overtaken changes nothing.
    private synchronized void moveTo(Session from, @Nullable String epoch) {
        Session current = session;
        if (epoch != null && current != null && current.messages.equals(from.messages)
                && Long.parseLong(epoch) > current.epoch) {
            session = new Session(from.commands, from.messages, from.bytes, Long.parseLong(epoch));
            gapListeners.forEach(Runnable::run);
        }
    }

    private synchronized void endSession() {
        Session ended = session;
        session = null;
        if (ended != null) {
            var _ = ended.commands.closeAsync();
            var _ = ended.messages.closeAsync();
            var _ = ended.bytes.closeAsync();
        }
        gapListeners.forEach(Runnable::run);
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
        endSession();
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /// Before everything that serves requests, after nothing.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
