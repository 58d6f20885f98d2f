package cn.jinlin.api.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A cache of one kind of read model: in this node (for two seconds only while it does not hear of changes), then in
/// Redis, then from the record.
///
/// What is evicted is not served again: a value read from the record before an eviction is not kept after it.
public final class ReadCache<V> {

    private static final int NEAR_ENTRIES = 20_000;
    private static final Duration UNTOLD = Duration.ofSeconds(2);

    private final String name;
    private final Class<V> type;
    private final Duration life;
    private final RedisLink redis;
    private final JsonMapper json;
    private final boolean enabled;
    private final Cache<String, V> near;
    /// While this node does not hear of changes: kept so briefly that a change is seen soon without being told.
    private final Cache<String, V> brief;
    /// Counts evictions; a load that one of them overtook is not kept.
    private final AtomicLong evictions = new AtomicLong();

    ReadCache(String name, Class<V> type, Duration life, RedisLink redis, JsonMapper json, boolean enabled) {
        this.name = name;
        this.type = type;
        this.life = life;
        this.redis = redis;
        this.json = json;
        this.enabled = enabled;
        this.near = Caffeine.newBuilder().maximumSize(NEAR_ENTRIES).expireAfterWrite(life).build();
        this.brief = Caffeine.newBuilder().maximumSize(NEAR_ENTRIES).expireAfterWrite(UNTOLD).build();
    }

    /// The entry, loaded from the record when no cache holds it.
    ///
    /// @param load never called twice for one call
    public V get(String key, Function<String, V> load) {
        return find(key, wanted -> Optional.of(load.apply(wanted))).orElseThrow();
    }

    /// The entry, or empty when the record has none; absence is not cached.
    public Optional<V> find(String key, Function<String, Optional<V>> load) {
        if (!enabled) {
            return load.apply(key);
        }
        V held = (redis.hearsOfChanges() ? near : brief).getIfPresent(key);
        if (held != null) {
            return Optional.of(held);
        }
        long before = evictions.get();
        long epoch = redis.epoch();
        Optional<V> remote = redis.get(name, key).flatMap(this::read);
        Optional<V> value = remote.isPresent() ? remote : load.apply(key);
        value.ifPresent(found -> {
            if (remote.isEmpty()) {
                redis.put(name, key, json.writeValueAsString(found), life, epoch);
            }
            keepNear(key, found, before);
        });
        return value;
    }

    /// The entries of many keys; those that no cache holds are loaded together.
    ///
    /// @param load gives what there is of the keys it is asked for; called once at most
    /// @return those there are, in no order
    public Map<String, V> findAll(Collection<String> keys, Function<Collection<String>, Map<String, V>> load) {
        if (!enabled) {
            return load.apply(keys);
        }
        Map<String, V> found = new HashMap<>((redis.hearsOfChanges() ? near : brief).getAllPresent(keys));
        long before = evictions.get();
        List<String> absent = keys.stream().filter(key -> !found.containsKey(key)).toList();
        if (!absent.isEmpty()) {
            // Not asked of Redis one by one: a batch from the record is one round trip, as theirs would be.
            load.apply(absent).forEach((key, value) -> {
                found.put(key, value);
                keepNear(key, value, before);
            });
        }
        return found;
    }

    /// Drops one entry on every node.
    public void evict(String key) {
        forgetNear(key);
        redis.evict(name, key);
    }

    /// Drops all entries on every node.
    public void clear() {
        forgetAllNear();
        redis.clear(name);
    }

    void forgetNear(@Nullable String key) {
        if (key == null) {
            forgetAllNear();
        } else {
            evictions.incrementAndGet();
            near.invalidate(key);
            brief.invalidate(key);
        }
    }

    void forgetAllNear() {
        evictions.incrementAndGet();
        near.invalidateAll();
        brief.invalidateAll();
    }

    private void keepNear(String key, V value, long evictionsBeforeLoad) {
        Cache<String, V> kept = redis.hearsOfChanges() ? near : brief;
        if (evictions.get() == evictionsBeforeLoad) {
            kept.put(key, value);
            if (evictions.get() != evictionsBeforeLoad) {
                kept.invalidate(key);
            }
        }
    }

    /// An entry written by another version of the product may not fit; it is then as good as absent.
    private Optional<V> read(String text) {
        try {
            return Optional.of(json.readValue(text, type));
        } catch (JacksonException otherShape) {
            return Optional.empty();
        }
    }
}
