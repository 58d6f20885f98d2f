package cn.jinlin.engines;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The three engines together, each a child process on the loopback interface with its store in one data folder.
///
/// However this JVM ends, the engines end with it; the stores start again after any end.
///
/// @param postgres the record
/// @param redis the cache
/// @param elasticsearch the index
public record Engines(PostgresEngine postgres, RedisEngine redis, ElasticsearchEngine elasticsearch)
        implements
            AutoCloseable {

    /// Starts all three at once and returns when the last one answers.
    ///
    /// @throws EngineException when one does not come up; the others are stopped again
    public static Engines start(EngineSettings settings, EngineListener listener) {
        return start(settings, EnumSet.allOf(EngineName.class), listener);
    }

    /// Starts some of the three; the others are known but stay off, for whoever has theirs elsewhere.
    ///
    /// @throws EngineException when one does not come up; those that did are stopped again
    public static Engines start(EngineSettings settings, Set<EngineName> wanted, EngineListener listener) {
        Engines engines = new Engines(new PostgresEngine(settings, listener), new RedisEngine(settings, listener),
                new ElasticsearchEngine(settings, listener));
        try {
            engines.eachAtOnce(engine -> {
                if (wanted.contains(engine.name())) {
                    engine.start();
                }
            });
            return engines;
        } catch (EngineException e) {
            engines.close();
            throw e;
        }
    }

    /// Stops all three cleanly, at once.
    @Override
    public void close() {
        eachAtOnce(Engine::close);
    }

    /// The slowest to start first.
    public List<Engine> all() {
        return List.of(elasticsearch, postgres, redis);
    }

    private void eachAtOnce(java.util.function.Consumer<Engine> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            all().forEach(engine -> running.add(threads.submit(() -> action.accept(engine))));
            for (Future<?> one : running) {
                await(one);
            }
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known
                    ? known
                    : new EngineException("An engine failed unexpectedly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while waiting for the engines", e);
        }
    }
}
