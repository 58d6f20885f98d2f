package cn.jinlin.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.jinlin.engines.Engines;

/// Java programs of the product in processes of their own, with the heap an operator would give them.
final class ServiceProcess implements AutoCloseable {

    static final String HEAP = "512m";
    private static final int MOST_STARTS = 5;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /// Of nobody's data: 32 bytes in Base64.
    static final String PERSONAL_DATA_KEY = "YmVuY2htYXJrcyBvbmx5LCBvZiBtYWRlLXVwIHBlb3A=";

    private final Engines engines;
    private final Path log;
    private final List<String> arguments;
    private final int port;
    private volatile Process process;

    private ServiceProcess(Engines engines, Path log, List<String> arguments, int port) throws IOException {
        this.engines = engines;
        this.log = log;
        this.arguments = List.copyOf(arguments);
        this.port = port;
        this.process = launch(engines, log, arguments);
    }

    /// The service, answering without limits: a benchmark is one address that asks as fast as it can.
    static ServiceProcess start(Engines engines, Path log, String... settings)
            throws IOException, InterruptedException {
        return startAs("cn.jinlin.api.JinlinApplication", engines, log, settings);
    }

    /// The service by another program of the class path, answering.
    static ServiceProcess startAs(String main, Engines engines, Path log, String... settings)
            throws IOException, InterruptedException {
        int port = freePort();
        var arguments = new ArrayList<>(List.of(main, "--server.port=" + port, "--jinlin.limits.enabled=false"));
        arguments.addAll(List.of(settings));
        var service = new ServiceProcess(engines, log, arguments, port);
        service.awaitAnswer();
        return service;
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        if (!endsOrAnswers()) {
            throw new IllegalStateException("The service ended; see " + log);
        }
    }

    /// @return whether it answers
    private boolean endsOrAnswers() throws IOException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return true;
    }

    /// Ends it with SIGKILL, as a crash would.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Starts it again on the same port, and once more where it ends while starting, as whatever watches over a service does.
    /// Returns once it answers.
    void startAgain() throws IOException, InterruptedException {
        for (int tries = 0; tries < MOST_STARTS; tries++) {
            process = launch(engines, log, arguments);
            if (endsOrAnswers()) {
                return;
            }
        }
        throw new IllegalStateException("The service does not start any more; see " + log);
    }

    /// One of the product's commands, run to its end.
    static void command(Engines engines, Path log, List<String> arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("cn.jinlin.standalone.Jinlin"));
        all.addAll(arguments);
        requireSuccess(launch(engines, log, all), arguments, log);
    }

    /// Any program of the class path, run to its end without engines.
    static void java(Path log, String heap, String main, List<String> arguments)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(main));
        all.addAll(arguments);
        requireSuccess(builder(log, heap, all).start(), arguments, log);
    }

    private static void requireSuccess(Process process, List<String> arguments, Path log) throws InterruptedException {
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exit + "; see " + log);
        }
    }

    private static ProcessBuilder builder(Path log, String heap, List<String> arguments) {
        var command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx" + heap, "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                        System.getProperty("java.class.path")));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private static Process launch(Engines engines, Path log, List<String> arguments) throws IOException {
        ProcessBuilder builder = builder(log, HEAP, arguments);
        builder.environment()
                .putAll(Map.of("SPRING_DATASOURCE_URL", engines.postgres().jdbcUrl(), "SPRING_DATASOURCE_USERNAME",
                        engines.postgres().user(), "SPRING_DATASOURCE_PASSWORD", engines.postgres().password(),
                        "SPRING_DATA_REDIS_HOST",
                        engines.redis().host(), "SPRING_DATA_REDIS_PORT", Integer.toString(engines.redis().port()),
                        "JINLIN_ELASTICSEARCH_URIS", engines.elasticsearch().url(), "JINLIN_PERSONAL_DATA_KEY",
                        PERSONAL_DATA_KEY));
        return builder.start();
    }

    String address() {
        return "http://localhost:" + port;
    }

    /// Live heap after a full collection, in MiB.
    long liveHeapMegabytes() throws IOException, InterruptedException {
        diagnose("GC.run");
        Matcher used = USED.matcher(diagnose("GC.heap_info"));
        long kilobytes = 0;
        // Young and old generation; metaspace is listed behind them and is no heap.
        for (int generation = 0; generation < 2 && used.find(); generation++) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }

    private String diagnose(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process diagnosis = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(diagnosis.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        diagnosis.waitFor();
        return said;
    }

    private boolean answers() throws IOException {
        var connection = (HttpURLConnection) URI.create(address() + "/actuator/health/readiness")
                .toURL()
                .openConnection();
        try {
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
