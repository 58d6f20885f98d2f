package cn.jinlin.engines;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Elasticsearch 8.19 with its core modules alone, one node, on the loopback interface.
public final class ElasticsearchEngine implements Engine {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int ANSWER_MILLIS = 2_000;

    private final EngineRun run;

    public ElasticsearchEngine(EngineSettings settings, EngineListener listener) {
        run = new EngineRun(EngineName.ELASTICSEARCH, settings, listener, STOP_LIMIT);
    }

    @Override
    public EngineName name() {
        return EngineName.ELASTICSEARCH;
    }

    @Override
    public void start() {
        run.start(this::launch);
    }

    private ChildProcess launch(int port) {
        EngineSettings settings = run.settings();
        Path home = run.home();
        Path program = run.binaries().elasticsearch(settings.elasticsearchArchive(), run::unpacking);
        try {
            Path config = Files.createDirectories(home.resolve("config"));
            Path logs = Files.createDirectories(home.resolve("logs"));
            Path temporary = Files.createDirectories(home.resolve("tmp"));
            Files.createDirectories(home.resolve("data"));
            copyLogging(config);
            byte[] arguments = ElasticsearchArguments.serialise(program, nodeSettings(program, home, port), config,
                    logs);
            List<String> server = ElasticsearchCommand.of(program, temporary, settings.elasticsearchHeapMegabytes());
            List<String> command = Identity.of(home, program.resolve("lib")).running(server);
            ChildProcess child = run.launch(command,
                    Map.of("LIBFFI_TMPDIR", temporary.toString(), "ES_TMPDIR", temporary.toString()));
            child.input().write(arguments);
            child.input().flush();
            child.awaitReady(() -> answers(port), START_LIMIT);
            return child;
        } catch (IOException e) {
            throw new EngineException("Elasticsearch cannot be given its folders and arguments in " + home, e);
        }
    }

    private static Map<String, String> nodeSettings(Path program, Path home, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("cluster.name", "jinlin");
        settings.put("node.name", "jinlin");
        settings.put("path.home", program.toString());
        settings.put("path.data", home.resolve("data").toString());
        settings.put("path.logs", home.resolve("logs").toString());
        settings.put("network.host", "127.0.0.1");
        settings.put("http.port", Integer.toString(port));
        settings.put("transport.port", "0");
        settings.put("discovery.type", "single-node");
        // A nearly full disk would make every index read-only; the one-machine edition has no other node to move to.
        settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        return settings;
    }

    private static void copyLogging(Path config) throws IOException {
        try (InputStream logging = ElasticsearchEngine.class.getResourceAsStream("elasticsearch-log4j2.properties")) {
            if (logging == null) {
                throw new EngineException("Elasticsearch's logging settings are missing from the engines' jar");
            }
            Files.copy(logging, config.resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    // The node answers before it has recovered its indices, so a yellow cluster is what counts as ready.
    private static boolean answers(int port) {
        URI health = URI.create("http://127.0.0.1:" + port + "/_cluster/health?wait_for_status=yellow&timeout=1s");
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public int port() {
        return run.port();
    }

    @Override
    public boolean isRunning() {
        return run.isRunning();
    }

    @Override
    public void kill() {
        run.kill();
    }

    @Override
    public void close() {
        run.stop();
    }
}
