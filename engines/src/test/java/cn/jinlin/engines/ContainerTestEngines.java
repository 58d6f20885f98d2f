package cn.jinlin.engines;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/// The engines of the many-machine edition, in containers. Their ports are fixed for the run, because a container that
/// is started again would otherwise be found on another.
final class ContainerTestEngines implements TestEngineSource {
    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18.1");
    private static final DockerImageName REDIS = DockerImageName.parse("redis:8.2.1");
    private static final DockerImageName ELASTICSEARCH = DockerImageName
            .parse("docker.elastic.co/elasticsearch/elasticsearch:9.2.1");
    private static final String NAME = "jinlin";
    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;
    private static final int ELASTICSEARCH_PORT = 9200;

    private final List<GenericContainer<?>> started = new CopyOnWriteArrayList<>();

    @Override
    public TestPostgres startPostgres() {
        GenericContainer<?> container = container(POSTGRES, POSTGRES_PORT).withEnv("POSTGRES_USER", NAME)
                .withEnv("POSTGRES_PASSWORD", NAME)
                .withEnv("POSTGRES_DB", NAME)
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*", 2));
        started(container);
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(POSTGRES_PORT) + "/"
                + NAME;
        return new TestPostgres(url, NAME, NAME, new ContainerPower(container));
    }

    @Override
    public TestRedis startRedis() {
        GenericContainer<?> container = container(REDIS, REDIS_PORT).waitingFor(Wait.forListeningPort());
        started(container);
        return new TestRedis(container.getHost(), container.getMappedPort(REDIS_PORT), new ContainerPower(container));
    }

    @Override
    public TestElasticsearch startElasticsearch() {
        GenericContainer<?> container = container(ELASTICSEARCH, ELASTICSEARCH_PORT)
                .withEnv("discovery.type", "single-node")
                .withEnv("xpack.security.enabled", "false")
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .waitingFor(Wait.forHttp("/_cluster/health?wait_for_status=yellow"));
        started(container);
        String url = "http://" + container.getHost() + ":" + container.getMappedPort(ELASTICSEARCH_PORT);
        return new TestElasticsearch(url, new ContainerPower(container));
    }

    private static GenericContainer<?> container(DockerImageName image, int port) {
        GenericContainer<?> container = new GenericContainer<>(image);
        container.setPortBindings(List.of(freePort() + ":" + port));
        return container.withExposedPorts(port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void started(GenericContainer<?> container) {
        container.start();
        started.add(container);
    }

    @Override
    public void close() {
        started.forEach(GenericContainer::stop);
    }

    private record ContainerPower(GenericContainer<?> container) implements Power {
        @Override
        public void kill() {
            DockerClientFactory.instance().client().killContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void start() {
            DockerClientFactory.instance().client().startContainerCmd(container.getContainerId()).exec();
            Wait.forListeningPort().waitUntilReady(container);
        }
    }
}
