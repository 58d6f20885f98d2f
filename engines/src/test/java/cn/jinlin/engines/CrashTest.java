package cn.jinlin.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CrashTest {
    @TempDir
    Path data;

    @Test
    void nothing_outlives_a_killed_jvm_and_its_store_starts_again_at_once_with_all_that_was_committed()
            throws Exception {
        EnginesInAnotherJvm other = EnginesInAnotherJvm.start(data);
        List<ProcessHandle> orphans = other.engineProcesses();
        other.ledger().write("before the kill");

        other.kill();

        try (PostgresEngine postgres = new PostgresEngine(TestSettings.in(data), EngineListener.SILENT)) {
            postgres.start();
            assertThat(new Ledger(postgres).lines()).containsExactly("before the kill");
        }
        CompletableFuture.allOf(orphans.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(1, TimeUnit.MINUTES);
        assertThat(orphans).hasSizeGreaterThan(3).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_kill_of_the_whole_tree_leaves_stores_that_all_start_again() throws Exception {
        EnginesInAnotherJvm other = EnginesInAnotherJvm.start(data);
        other.ledger().write("before the kill");

        other.killWholeTree();

        try (Engines engines = Engines.start(TestSettings.in(data), EngineListener.SILENT)) {
            assertThat(new Ledger(engines.postgres()).lines()).containsExactly("before the kill");
            assertThat(engines.redis().isRunning()).isTrue();
            assertThat(engines.elasticsearch().isRunning()).isTrue();
        }
    }
}
