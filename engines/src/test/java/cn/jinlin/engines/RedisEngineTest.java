package cn.jinlin.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RedisEngineTest {
    @TempDir
    Path data;

    @Test
    void starts_although_an_old_dump_is_broken() throws IOException {
        Files.createDirectories(data.resolve("redis"));
        Files.writeString(data.resolve("redis").resolve("dump.rdb"), "REDIS and then rubbish");
        try (RedisEngine redis = new RedisEngine(TestSettings.in(data), EngineListener.SILENT)) {
            redis.start();
            assertThat(redis.isRunning()).isTrue();
        }
    }

    @Test
    void comes_back_on_the_same_port_after_a_crash() {
        try (RedisEngine redis = new RedisEngine(TestSettings.in(data), EngineListener.SILENT)) {
            redis.start();
            int port = redis.port();
            redis.kill();
            redis.start();
            assertThat(redis.port()).isEqualTo(port);
        }
    }
}
