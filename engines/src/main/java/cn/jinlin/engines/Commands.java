package cn.jinlin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Short commands that end by themselves.
final class Commands {
    private Commands() {}

    /// What the command printed, or nothing when it failed or is not there at all.
    static Optional<String> find(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while running " + command.getFirst(), e);
        }
    }

    /// Runs a command that must succeed.
    ///
    /// @param input what it reads from standard input
    /// @throws EngineException with what it printed, when it fails
    static void run(List<String> command, Path folder, Map<String, String> environment, String input) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            Thread feeding = Thread.startVirtualThread(() -> feed(process, input));
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            feeding.join();
            if (code != 0) {
                throw new EngineException(command + " ended with " + code + ":\n" + printed);
            }
        } catch (IOException e) {
            throw new EngineException(command.getFirst() + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while running " + command.getFirst(), e);
        }
    }

    private static void feed(Process process, String input) {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
