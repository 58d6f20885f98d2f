package cn.jinlin.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Jinlin.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "import", "reindex", "doctor", "token", "admin-link", "demo"})
    void every_command_explains_itself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: jinlin " + command);
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).containsPattern("\n  " + command + " ");
    }

    @Test
    void a_taken_port_is_told_before_anything_is_started_with_the_way_to_another() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("start", "--port", port, "--data", folder.toString())).isEqualTo(1);
            assertThat(err.toString()).contains(port).contains("--port");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void without_a_command_it_lists_them() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("start", "import", "doctor");
    }

    @Test
    void a_port_that_is_none_is_told_as_such() {
        assertThat(run("start", "--port", "70000", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("70000");
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anything_is_started() {
        assertThat(run("import", folder.resolve("机构.csv").toString(), "--crs", "GCJ02", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("机构.csv");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void unknown_words_are_refused_with_those_that_are_known() {
        assertThat(run("import", "a.csv", "--crs", "MARS")).isEqualTo(2);
        assertThat(err.toString()).contains("WGS84", "GCJ02", "BD09");
        assertThat(run("token", "--role", "emperor")).isEqualTo(2);
        assertThat(err.toString()).contains("admin");
    }

    @Test
    void the_demo_district_is_written_as_files_that_are_the_same_each_time() {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        assertThat(run("demo", "--facilities", "50", "--out", first.toString())).isZero();
        assertThat(run("demo", "--facilities", "50", "--out", second.toString())).isZero();
        assertThat(first.resolve("facilities.csv")).hasSameTextualContentAs(second.resolve("facilities.csv"));
        assertThat(run("demo", "--facilities", "0", "--out", first.toString())).isEqualTo(1);
    }
}
