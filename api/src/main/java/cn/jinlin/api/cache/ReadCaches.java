package cn.jinlin.api.cache;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes the caches of read models, and brings each what other nodes say about it.
@Component
public class ReadCaches {

    private final RedisLink redis;
    private final JsonMapper json;
    private final boolean enabled;
    private final Map<String, ReadCache<?>> caches = new ConcurrentHashMap<>();

    /// @param enabled false to read the record every time, for measuring and for finding faults
    ReadCaches(RedisLink redis, JsonMapper json, @Value("${jinlin.cache.enabled:true}") boolean enabled) {
        this.enabled = enabled;
        this.redis = redis;
        this.json = json;
        redis.onInvalidation(invalidation -> {
            ReadCache<?> named = caches.get(invalidation.cache());
            if (named != null) {
                named.forgetNear(invalidation.key());
            }
        });
        redis.onGap(() -> caches.values().forEach(ReadCache::forgetAllNear));
    }

    /// @param name of the cache, the same on every node
    /// @param type written to Redis as JSON
    /// @param life how long an entry may serve at most
    public <V> ReadCache<V> create(String name, Class<V> type, Duration life) {
        var cache = new ReadCache<>(name, type, life, redis, json, enabled);
        if (caches.putIfAbsent(name, cache) != null) {
            throw new IllegalStateException("Two caches of the name " + name);
        }
        return cache;
    }
}
