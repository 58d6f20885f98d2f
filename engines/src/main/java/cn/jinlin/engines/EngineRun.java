package cn.jinlin.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/// What all engines share: one process at a time on one store, its port, and its being told about.
final class EngineRun {
    private static final int PORT_ATTEMPTS = 3;

    private final EngineName engine;
    private final EngineSettings settings;
    private final EngineListener listener;
    private final Duration stopLimit;
    private @Nullable ChildProcess child;
    private int port;

    EngineRun(EngineName engine, EngineSettings settings, EngineListener listener, Duration stopLimit) {
        this.engine = engine;
        this.settings = settings;
        this.listener = listener;
        this.stopLimit = stopLimit;
    }

    Path home() {
        return settings.home(engine);
    }

    EngineSettings settings() {
        return settings;
    }

    Binaries binaries() {
        return new Binaries(settings.binaries());
    }

    void unpacking() {
        listener.reached(engine, EngineStep.UNPACKING);
    }

    void creatingStore() {
        listener.reached(engine, EngineStep.CREATING_STORE);
    }

    synchronized void start(IntFunction<ChildProcess> launch) {
        if (isRunning()) {
            return;
        }
        try {
            Files.createDirectories(home());
            Files.createDirectories(settings.data().resolve("run"));
            ProcessMark.of(engine, settings).awaitEnd();
            LoopbackPort ports = new LoopbackPort(settings.data().resolve("run").resolve(engine.folder() + ".port"));
            port = ports.choose();
            child = launchOn(ports, launch);
            listener.reached(engine, EngineStep.READY);
        } catch (IOException e) {
            throw new EngineException(engine.title() + " cannot use the folder " + settings.data(), e);
        }
    }

    // Between choosing a port and the engine's taking it, somebody else may have taken it.
    private ChildProcess launchOn(LoopbackPort ports, IntFunction<ChildProcess> launch) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                return launch.apply(port);
            } catch (EngineException e) {
                if (attempt == PORT_ATTEMPTS || LoopbackPort.isFree(port)) {
                    throw e;
                }
                port = ports.move();
            }
        }
    }

    ChildProcess launch(List<String> command, Map<String, String> environment) {
        listener.reached(engine, EngineStep.STARTING);
        return ChildProcess.launch(engine, settings, command, environment);
    }

    /// Starts a program within a shell that stops it by the signal when our end of its input closes.
    ChildProcess launchGuarded(String signal, Path program, List<String> command, Map<String, String> environment) {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", guardian(), "guardian", signal));
        guarded.addAll(command);
        return launch(Identity.of(home(), program).running(guarded), environment);
    }

    private static String guardian() {
        try (InputStream in = EngineRun.class.getResourceAsStream("guardian.sh")) {
            if (in == null) {
                throw new EngineException("guardian.sh is missing from the engines' jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EngineException("guardian.sh cannot be read", e);
        }
    }

    synchronized boolean isRunning() {
        return child != null && child.isAlive();
    }

    synchronized int port() {
        if (port == 0) {
            throw new IllegalStateException(engine.title() + " was never started");
        }
        return port;
    }

    synchronized void kill() {
        if (child != null) {
            child.kill();
            child = null;
        }
    }

    synchronized void stop() {
        if (child != null) {
            listener.reached(engine, EngineStep.STOPPING);
            child.stop(stopLimit);
            child = null;
            listener.reached(engine, EngineStep.STOPPED);
        }
    }
}
