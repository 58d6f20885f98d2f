package cn.jinlin.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BinariesTest {
    @TempDir
    Path folder;

    @Test
    void several_processes_unpacking_at_once_end_with_one_whole_program() throws Exception {
        Callable<Path> unpacking = () -> new Binaries(folder).redis(Platform.current(), () -> {});
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Path> one : threads.invokeAll(List.of(unpacking, unpacking, unpacking, unpacking))) {
                assertThat(one.get().resolve("redis-server")).isExecutable();
            }
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("redis-" + EngineVersions.of(EngineName.REDIS)));
        }
    }

    @Test
    void the_archive_of_elasticsearch_is_found_from_the_build() {
        assertThat(ElasticsearchArchive.locate()).isRegularFile();
    }
}
