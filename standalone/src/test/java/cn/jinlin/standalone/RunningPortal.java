package cn.jinlin.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// A portal started as an operator starts it, in a process of its own.
final class RunningPortal implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Process process;
    private final BufferedReader lines;
    private final int port;

    private RunningPortal(Process process, BufferedReader lines, int port) {
        this.process = process;
        this.lines = lines;
        this.port = port;
    }

    static RunningPortal start(Path data) throws IOException {
        int port = freePort();
        Process process = jinlin("start", "--port", Integer.toString(port), "--data", data.toString());
        List<String> said = new ArrayList<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.contains("http://localhost:" + port)) {
                return new RunningPortal(process, lines, port);
            }
        }
        throw new AssertionError("The portal ended before it was ready:\n" + String.join("\n", said));
    }

    /// Runs another command to its end.
    ///
    /// @return what it wrote to standard output
    static String run(String... arguments) throws IOException, InterruptedException {
        Process command = jinlin(arguments);
        String printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (command.waitFor() != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ended with " + command.exitValue() + ":\n" + printed);
        }
        return printed;
    }

    private static Process jinlin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
                "-XX:TieredStopAtLevel=1", "-Duser.language=en", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path"), Jinlin.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)));
    }

    String ask(String query) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query.replace("\"", "\\\"") + "\"}")));
    }

    /// The link that a portal without an administrator prints once it is ready.
    String firstLink() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(url() + "/staff/")) {
                return line;
            }
        }
        throw new AssertionError("The portal ended without telling of a first administrator's link");
    }

    String url() {
        return "http://localhost:" + port;
    }

    /// Asks again and again until the answer contains a text: what has just been stored is found within a second.
    String askUntil(String query, String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        String answer = ask(query);
        while (!answer.contains(text)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Never answered " + text + " but " + answer);
            }
            answer = ask(query);
        }
        return answer;
    }

    private URI address(String path) {
        return URI.create(url() + path);
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    /// The process and everything below it.
    List<ProcessHandle> tree() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    }

    /// What Ctrl-C and a polite kill do.
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    void killWholeTree() {
        List<ProcessHandle> all = tree();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)).join();
    }

    @Override
    public void close() {
        killWholeTree();
    }
}
