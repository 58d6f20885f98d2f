package cn.jinlin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// The engines of the one-machine edition, each JVM's in a fresh folder under `target`, removed when it ends.
final class EmbeddedTestEngines implements TestEngineSource {
    private static final Path FOLDER = Path.of("target", "test-engines");

    private final EngineSettings settings;
    private final List<Engine> started = new CopyOnWriteArrayList<>();

    EmbeddedTestEngines() {
        removeLeftovers();
        settings = TestSettings.in(FOLDER.resolve(Long.toString(ProcessHandle.current().pid())));
    }

    @Override
    public TestPostgres startPostgres() {
        PostgresEngine engine = started(new PostgresEngine(settings, EngineListener.SILENT));
        return new TestPostgres(engine.jdbcUrl(), engine.user(), engine.password(), new EnginePower(engine));
    }

    @Override
    public TestRedis startRedis() {
        RedisEngine engine = started(new RedisEngine(settings, EngineListener.SILENT));
        return new TestRedis(engine.host(), engine.port(), new EnginePower(engine));
    }

    @Override
    public TestElasticsearch startElasticsearch() {
        ElasticsearchEngine engine = started(new ElasticsearchEngine(settings, EngineListener.SILENT));
        return new TestElasticsearch(engine.url(), new EnginePower(engine));
    }

    private <E extends Engine> E started(E engine) {
        engine.start();
        started.add(engine);
        return engine;
    }

    @Override
    public void close() {
        started.parallelStream().forEach(Engine::close);
        delete(settings.data());
    }

    // A test run that was killed could not clean up after itself.
    private static void removeLeftovers() {
        if (!Files.isDirectory(FOLDER)) {
            return;
        }
        try (Stream<Path> folders = Files.list(FOLDER)) {
            folders.filter(folder -> folder.getFileName().toString().matches("\\d{1,18}"))
                    .filter(folder -> ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty())
                    .forEach(EmbeddedTestEngines::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                Binaries.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record EnginePower(Engine engine) implements Power {
        @Override
        public void kill() {
            engine.kill();
        }

        @Override
        public void start() {
            engine.start();
        }
    }
}
