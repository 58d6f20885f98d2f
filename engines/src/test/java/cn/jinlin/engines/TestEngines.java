package cn.jinlin.engines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/// Real engines for tests, one set per JVM, each started when first asked for and stopped when the JVM ends.
///
/// This is the one place that chooses: the Maven profile `containers` (system property `jinlin.engines=containers`)
/// asks for Testcontainers, anything else gets the embedded engines. A run that asked for containers never falls back
/// silently, because it would then claim to have tested what it did not.
public final class TestEngines {
    private static final String CHOICE = "jinlin.engines";
    private static final String CONTAINERS = "containers";
    private static final TestEngineSource SOURCE = choose();
    private static final Once<TestPostgres> POSTGRES = new Once<>(SOURCE::startPostgres);
    private static final Once<TestRedis> REDIS = new Once<>(SOURCE::startRedis);
    private static final Once<TestElasticsearch> ELASTICSEARCH = new Once<>(SOURCE::startElasticsearch);

    private TestEngines() {}

    public static TestPostgres postgres() {
        return POSTGRES.get();
    }

    public static TestRedis redis() {
        return REDIS.get();
    }

    public static TestElasticsearch elasticsearch() {
        return ELASTICSEARCH.get();
    }

    /// All three as the application's configuration properties, started at once.
    public static Map<String, String> applicationProperties() {
        Thread index = Thread.startVirtualThread(TestEngines::elasticsearch);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", postgres().jdbcUrl());
        properties.put("spring.datasource.username", postgres().user());
        properties.put("spring.datasource.password", postgres().password());
        properties.put("spring.data.redis.host", redis().host());
        properties.put("spring.data.redis.port", Integer.toString(redis().port()));
        try {
            index.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Elasticsearch was starting", e);
        }
        properties.put("jinlin.elasticsearch.uris", elasticsearch().url());
        return properties;
    }

    private static TestEngineSource choose() {
        boolean containers = CONTAINERS.equals(System.getProperty(CHOICE));
        if (containers && !DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("The tests were asked to run on containers (-P" + CONTAINERS
                    + "), but no Docker answers here. Start Docker, or leave -P" + CONTAINERS
                    + " out to run on the embedded engines.");
        }
        TestEngineSource source = containers ? new ContainerTestEngines() : new EmbeddedTestEngines();
        Runtime.getRuntime().addShutdownHook(new Thread(source::close, "test-engines-stop"));
        return source;
    }

    private static final class Once<T> {
        private final Supplier<T> start;
        private @Nullable T started;

        Once(Supplier<T> start) {
            this.start = start;
        }

        synchronized T get() {
            if (started == null) {
                started = start.get();
            }
            return started;
        }
    }
}
