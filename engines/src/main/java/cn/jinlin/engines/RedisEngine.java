package cn.jinlin.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Redis 6.2 as a cache: it keeps nothing on disk, so nothing on disk can keep it from starting.
public final class RedisEngine implements Engine {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final int ANSWER_MILLIS = 500;
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final EngineRun run;

    public RedisEngine(EngineSettings settings, EngineListener listener) {
        run = new EngineRun(EngineName.REDIS, settings, listener, STOP_LIMIT);
    }

    @Override
    public EngineName name() {
        return EngineName.REDIS;
    }

    @Override
    public void start() {
        run.start(this::launch);
    }

    private ChildProcess launch(int port) {
        Path program = run.binaries().redis(Platform.current(), run::unpacking).resolve("redis-server");
        Path home = run.home();
        forgetDumps(home);
        List<String> server = List.of(program.toString(), "--bind", "127.0.0.1", "--port", Integer.toString(port),
                "--dir", home.toString(), "--save", "", "--appendonly", "no", "--daemonize", "no", "--maxmemory",
                "128mb", "--maxmemory-policy", "allkeys-lru");
        ChildProcess child = run.launchGuarded("TERM", program, server, Map.of());
        child.awaitReady(() -> answers(port), START_LIMIT);
        return child;
    }

    private static void forgetDumps(Path home) {
        try {
            Files.deleteIfExists(home.resolve("dump.rdb"));
        } catch (IOException e) {
            throw new EngineException("The old dump of the cache cannot be removed from " + home, e);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(PING);
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    public String host() {
        return "127.0.0.1";
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
