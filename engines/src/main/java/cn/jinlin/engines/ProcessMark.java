package cn.jinlin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Remembers an engine's process in a file, so that the next start on the same store can wait for one that is still
/// stopping after our JVM was killed. The time it began tells it from a stranger that got the same number later.
final class ProcessMark {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;

    private ProcessMark(Path file) {
        this.file = file;
    }

    static ProcessMark of(EngineName engine, EngineSettings settings) {
        return new ProcessMark(settings.data().resolve("run").resolve(engine.folder() + ".process"));
    }

    void write(ProcessHandle handle) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, handle.pid() + " " + began(handle) + "\n");
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns once no process of an earlier run is left; one that does not end in time is killed.
    void awaitEnd() {
        find().ifPresent(handle -> awaitEnd(handle, PATIENCE));
        remove();
    }

    private Optional<ProcessHandle> find() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ", 2);
            // A mark cut short by a crash names nobody.
            if (words.length < 2 || !words[0].matches("\\d{1,18}")) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(words[0])).filter(handle -> began(handle).equals(words[1]));
        } catch (IOException e) {
            throw new EngineException("The mark " + file + " of an earlier run cannot be read", e);
        }
    }

    private static String began(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    static void awaitEnd(ProcessHandle handle, Duration patience) {
        List<ProcessHandle> all = tree(handle);
        CompletableFuture<?> ended = CompletableFuture
                .allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stubborn) {
            killTree(handle);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for a process to end failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while waiting for an earlier engine to end", e);
        }
    }

    static void killTree(ProcessHandle handle) {
        List<ProcessHandle> all = tree(handle);
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)).join();
    }

    private static List<ProcessHandle> tree(ProcessHandle handle) {
        return Stream.concat(Stream.of(handle), handle.descendants()).toList();
    }
}
