package cn.jinlin.engines;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnginesTest {
    @Test
    void all_three_start_at_once_and_stop() {
        Path data = Path.of("target", "engines-test");
        try (Engines engines = Engines.start(EngineSettings.in(data), (engine, step) -> {
            java.util.logging.Logger.getGlobal().info(engine + " " + step);
        })) {
            assertThat(engines.postgres().isRunning()).isTrue();
            assertThat(engines.redis().isRunning()).isTrue();
            assertThat(engines.elasticsearch().isRunning()).isTrue();
        }
    }
}
