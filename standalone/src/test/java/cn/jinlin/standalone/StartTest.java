package cn.jinlin.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import cn.jinlin.demo.DemoDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartTest {
    private static final String COUNT = "{ facilities(search: {}, first: 1) { totalCount degraded } }";

    private static final String NEW_ONE = "{ facilities(search: {text: \"新开的图书馆\"}, first: 1)"
            + " { totalCount edges { node { name } } } }";

    @TempDir
    Path data;

    @Test
    void a_started_portal_answers_survives_a_kill_of_everything_and_stops_when_told_to() throws Exception {
        try (RunningPortal portal = RunningPortal.start(data)) {
            assertThat(portal.askUntil(COUNT, "\"totalCount\":" + DemoDistrict.DEFAULT_FACILITIES))
                    .contains("\"degraded\":false");
            assertThat(portal.get("/")).containsIgnoringCase("<!doctype html>");
            importOneMore();
            assertThat(portal.askUntil(NEW_ONE, "新开的图书馆")).contains("\"totalCount\"");
            portal.killWholeTree();
        }
        try (RunningPortal portal = RunningPortal.start(data)) {
            portal.askUntil(COUNT, "\"totalCount\":" + (DemoDistrict.DEFAULT_FACILITIES + 1));
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
