package cn.jinlin.standalone;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs the portal's Chromium tests (Playwright, axe) against a portal started as an operator starts it. Told
/// `-De2e=line`, it runs only the files whose names contain that, and what they need.
class PortalInBrowserTest {

    @TempDir
    Path data;

    @Test
    void every_page_works_in_chromium_and_has_no_accessibility_violation() throws Exception {
        try (RunningPortal portal = RunningPortal.start(data)) {
            ProcessBuilder playwright = new ProcessBuilder(command(System.getProperty("e2e", "")))
                    .directory(new File("../portal-web"))
                    .redirectErrorStream(true);
            playwright.environment().put("JINLIN_URL", portal.url());
            playwright.environment().put("JINLIN_SMS_INBOX", data.resolve("sms").resolve("messages.jsonl").toString());
            playwright.environment().put("JINLIN_ADMIN_LINK", portal.firstLink());
            Process tests = playwright.start();
            StringBuilder said = new StringBuilder();
            for (String line : (Iterable<String>) tests.inputReader(StandardCharsets.UTF_8).lines()::iterator) {
                // Seen as it happens: minutes of silence look like a hang.
                System.out.println("[chromium] " + line);
                said.append(line).append('\n');
            }
            int exit = tests.waitFor();
            assertThat(exit).as(said.toString()).isZero();
            assertThat(said.toString()).containsPattern("\\d+ passed").doesNotContain(" skipped");
        }
    }

    private static List<String> command(String only) {
        List<String> command = new ArrayList<>(List.of("npm", "run", "--silent", "e2e"));
        if (!only.isBlank()) {
            command.addAll(List.of("--", only));
        }
        return command;
    }
}
