package cn.jinlin.api.cache;

import java.time.Duration;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Redis may vanish at any moment: commands to a lost connection fail at once. [RedisLink] looks for it
/// again itself, because a connection that mends silently may have missed messages.
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    static final Duration PATIENCE = Duration.ofMillis(200);

    @Bean
    LettuceClientOptionsBuilderCustomizer failAtOnce() {
        return options -> options.autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(1)).build())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE));
    }
}
