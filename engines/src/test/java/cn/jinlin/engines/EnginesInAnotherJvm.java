package cn.jinlin.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// A JVM that starts the engines and then waits to be ended, so that a test can end it as brutally as it likes.
final class EnginesInAnotherJvm {
    private final Process jvm;
    private final Ledger ledger;

    private EnginesInAnotherJvm(Process jvm, Ledger ledger) {
        this.jvm = jvm;
        this.ledger = ledger;
    }

    static EnginesInAnotherJvm start(Path data) throws IOException {
        Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EnginesInAnotherJvm.class.getName(), data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = jvm.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("The other JVM ended before its engines were ready");
        }
        String[] facts = line.split(" ", 3);
        return new EnginesInAnotherJvm(jvm, new Ledger(facts[0], facts[1], facts[2]));
    }

    Ledger ledger() {
        return ledger;
    }

    List<ProcessHandle> engineProcesses() {
        return jvm.descendants().toList();
    }

    /// SIGKILL to the JVM alone.
    void kill() {
        jvm.destroyForcibly();
        jvm.onExit().join();
    }

    /// SIGKILL to the JVM and to everything below it.
    void killWholeTree() {
        List<ProcessHandle> all = Stream.concat(jvm.descendants(), Stream.of(jvm.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)).join();
    }

    /// @param arguments the data folder
    public static void main(String[] arguments) throws IOException {
        Engines engines = Engines.start(TestSettings.in(Path.of(arguments[0])), EngineListener.SILENT);
        PostgresEngine postgres = engines.postgres();
        System.out.println(postgres.jdbcUrl() + " " + postgres.user() + " " + postgres.password());
        System.in.read();
    }
}
