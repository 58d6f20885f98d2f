package cn.jinlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How Lighthouse rates a page on a phone. It comes through npm when it is wanted; nothing of the product needs it.
final class Lighthouse {

    private static final String VERSION = "lighthouse@12.8.2";
    private static final int MINUTES = 5;
    private static final String CHROME_FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run"
            + " --disable-background-networking --disable-component-update --disable-sync";

    private Lighthouse() {}

    /// @return a line such as `performance 98, accessibility 100`, or why there is none
    static String rate(String url, Path folder) throws IOException, InterruptedException {
        var chrome = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
        if (chrome.isEmpty()) {
            return "not rated: no Chromium";
        }
        Path report = folder.resolve("lighthouse.json");
        var command = new ProcessBuilder(List.of("npx", "--yes", VERSION, url, "--quiet",
                "--only-categories=performance,accessibility", "--output=json", "--output-path=" + report,
                "--chrome-flags=" + CHROME_FLAGS)).redirectErrorStream(true)
                .redirectOutput(folder.resolve("lighthouse.log").toFile());
        command.environment().put("CHROME_PATH", chrome.get());
        Process run;
        try {
            run = command.start();
        } catch (IOException noNpm) {
            return "not rated: no npx";
        }
        if (!run.waitFor(MINUTES, TimeUnit.MINUTES) || run.exitValue() != 0) {
            run.destroy();
            return "not rated: see " + folder.resolve("lighthouse.log");
        }
        JsonNode rated = JsonMapper.shared().readTree(report.toFile()).path("categories");
        return String.format(Locale.ROOT, "perf. %.0f, acc. %.0f", 100 * rated.at("/performance/score").asDouble(),
                100 * rated.at("/accessibility/score").asDouble());
    }
}
