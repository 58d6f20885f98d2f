package cn.jinlin.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The shell script at the root, on a machine that has only what it is given here.
class LauncherTest {
    @TempDir
    Path machine;

    private Path jdks = Path.of("");

    @BeforeEach
    void furnish() throws IOException {
        jdks = Files.createDirectories(machine.resolve("jdks"));
        Path bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : List.of("dirname", "sed", "cat", "readlink")) {
            executable(bin.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
        }
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", Repository.file("jinlin").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("bin").toString());
        builder.environment().put("JINLIN_JDK_FOLDERS", jdks.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + said;
    }

    @Test
    void without_a_jdk_it_says_how_to_get_one() throws Exception {
        assertThat(run("start")).startsWith("1\n")
                .contains("needs JDK 25", "no JDK was found", "apt-get install", "JAVA_HOME");
    }

    @Test
    void an_older_jdk_is_named_with_where_it_is() throws Exception {
        install("jdk-17", "17.0.15");
        assertThat(run("start")).startsWith("1\n").contains("JDK 17 in " + jdks.resolve("jdk-17"), "apt-get install");
    }

    @Test
    void a_jdk_that_fits_is_taken_although_an_older_one_comes_first() throws Exception {
        install("jdk-17", "17.0.15");
        install("jdk-25", "25.0.3");
        assertThat(run("test")).startsWith("1\n").contains("Node.js").doesNotContain("needs JDK");
    }

    @Test
    void help_for_its_own_commands_needs_nothing_at_all() throws Exception {
        assertThat(run("test", "--help")).startsWith("0\n").contains("-Pcontainers");
        assertThat(run("build", "--help")).startsWith("0\n");
    }

    private void install(String name, String version) throws IOException {
        Path compiler = Files.createDirectories(jdks.resolve(name).resolve("bin")).resolve("javac");
        executable(compiler, "echo javac " + version);
    }

    private static void executable(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
