package cn.jinlin.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// PostgreSQL 18, durable (fsync on), reached by TCP on the loopback interface alone with a password of its own.
public final class PostgresEngine implements Engine {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    // Its messages go to a log that people read; a fixed language keeps initdb from asking for the machine's locales.
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

    private final EngineRun run;
    private final PostgresStore store;

    public PostgresEngine(EngineSettings settings, EngineListener listener) {
        run = new EngineRun(EngineName.POSTGRES, settings, listener, STOP_LIMIT);
        store = new PostgresStore(settings.home(EngineName.POSTGRES));
    }

    @Override
    public EngineName name() {
        return EngineName.POSTGRES;
    }

    @Override
    public void start() {
        run.start(this::launch);
    }

    private ChildProcess launch(int port) {
        Path bin = run.binaries().postgres(Platform.current(), run::unpacking).resolve("bin");
        Path program = bin.resolve("postgres");
        if (!store.exists()) {
            run.creatingStore();
            store.create(bin, Identity.of(run.home(), program), ENVIRONMENT);
        }
        store.clearStaleLock();
        List<String> server = List.of(program.toString(), "-D", store.cluster().toString(), "-p",
                Integer.toString(port), "-c", "max_connections=300", "-c", "listen_addresses=127.0.0.1", "-c",
                "unix_socket_directories=", "-c",
                "fsync=on", "-c", "timezone=UTC", "-c", "log_timezone=UTC");
        // SIGINT is PostgreSQL's fast shutdown: it ends the sessions and writes everything down.
        ChildProcess child = run.launchGuarded("INT", program, server, ENVIRONMENT);
        child.awaitReady(store::isReady, START_LIMIT);
        return child;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + PostgresStore.DATABASE;
    }

    /// The owner of the database, who may create its trusted extensions but is no superuser.
    public String user() {
        return PostgresStore.USER;
    }

    public String password() {
        return store.password();
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
