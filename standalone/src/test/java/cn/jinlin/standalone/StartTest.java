package cn.jinlin.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartTest {
    private static final String COUNT = "{ facilities(search: {}, first: 1) { totalCount degraded } }";

    @TempDir
    Path data;

    @Test
    void a_started_portal_answers_survives_a_kill_of_everything_and_stops_when_told_to() throws Exception {
        String before;
        String after;
        try (RunningPortal portal = RunningPortal.start(data)) {
            before = portal.ask(COUNT);
            assertThat(before).containsPattern("\"totalCount\":2[0-9]{3}").contains("\"degraded\":false");
            assertThat(portal.get("/")).containsIgnoringCase("<!doctype html>");

            importOneMore();

            assertThat(portal.ask("{ facilities(search: {text: \"新开的图书馆\"}, first: 1) { edges { node { name } } } }"))
                    .contains("新开的图书馆");
            after = portal.ask(COUNT);
            portal.killWholeTree();
        }
        try (RunningPortal portal = RunningPortal.start(data)) {
            assertThat(portal.ask(COUNT)).isEqualTo(after).isNotEqualTo(before);
            List<ProcessHandle> all = portal.tree();
            portal.stop();
            assertThat(all).hasSizeGreaterThan(4).noneMatch(ProcessHandle::isAlive);
        }
    }

    private void importOneMore() throws Exception {
        Path file = Files.writeString(data.resolve("one.csv"),
                "id,name,category,lat,lon\n1,新开的图书馆,CUL-L,31.23,121.45\n");
        RunningPortal.run("import", file.toString(), "--crs", "WGS84", "--report", data.resolve("r.csv").toString(),
                "--data", data.toString());
    }
}
