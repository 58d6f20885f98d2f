package cn.jinlin.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// An engine's process and its helpers. It lives no longer than this JVM: it, or the shell around it, stops at the end
/// of the standard input that we hold open.
final class ChildProcess {
    private static final Duration POLL = Duration.ofMillis(40);
    private static final int LOG_LINES_TOLD = 25;

    private final EngineName engine;
    private final Process process;
    private final Path log;
    private final ProcessMark mark;

    private ChildProcess(EngineName engine, Process process, Path log, ProcessMark mark) {
        this.engine = engine;
        this.process = process;
        this.log = log;
        this.mark = mark;
    }

    /// Starts a command whose output goes to the engine's log; the log of the run before is kept beside it.
    static ChildProcess launch(EngineName engine, EngineSettings settings, List<String> command,
            Map<String, String> environment) {
        Path log = settings.log(engine);
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(detached(command)).directory(settings.home(engine).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            ProcessMark mark = ProcessMark.of(engine, settings);
            mark.write(process.toHandle());
            return new ChildProcess(engine, process, log, mark);
        } catch (IOException e) {
            throw new EngineException(engine.title() + " cannot be started", e);
        }
    }

    // A session of its own keeps the terminal's Ctrl-C from the engine: the portal must close before its store does.
    private static List<String> detached(List<String> command) {
        if (Commands.find(List.of("setsid", "true")).isEmpty()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("setsid"));
        all.addAll(command);
        return all;
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until the engine answers.
    ///
    /// @throws EngineException when it ends first or takes longer than the limit, with the end of its log
    void awaitReady(BooleanSupplier answers, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (!answers.getAsBoolean()) {
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new EngineException(
                            engine.title() + " ended with " + process.exitValue() + " while starting:\n" + endOfLog());
                }
                if (System.nanoTime() > deadline) {
                    kill();
                    throw new EngineException(engine.title() + " did not answer within " + limit.toSeconds()
                            + " seconds:\n" + endOfLog());
                }
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while starting " + engine.title(), e);
        }
    }

    /// Ends the standard input, which is the sign to stop, and makes short work of what has not stopped by the limit.
    void stop(Duration limit) {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // The other end of the pipe closed first: the engine is stopping already, which is what is wanted.
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
            mark.remove();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        ProcessMark.killTree(process.toHandle());
        mark.remove();
    }

    private String endOfLog() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8).lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_TOLD), lines.size()));
        } catch (IOException e) {
            return "(its log " + log + " cannot be read: " + e + ")";
        }
    }
}
