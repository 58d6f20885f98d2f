package cn.jinlin.api.cache;

import java.util.Optional;
import java.util.function.Function;

import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Redis for what is no cache. It may be away at any moment, and then nobody waits for it.
@Component
public class SharedRedis {

    private final RedisLink link;

    SharedRedis(RedisLink link) {
        this.link = link;
    }

    /// Asks Redis, or gives empty at once while it is known to be away. Whoever asks while it begins to be away waits
    /// for 0.2 s at most; for the second that follows, nobody waits.
    ///
    /// @param question may throw [RedisException], which counts as being away; the connection is another one after Redis
    ///     was away
    public <T> Optional<T> ask(Function<StatefulRedisConnection<byte[], byte[]>, @Nullable T> question) {
        return link.askInBytes(question);
    }
}
