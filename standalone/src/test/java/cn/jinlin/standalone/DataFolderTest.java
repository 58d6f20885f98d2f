package cn.jinlin.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void one_at_a_time_has_it_and_the_next_is_told_who() throws IOException {
        DataFolder data = new DataFolder(folder);
        try (DataFolder.Hold hold = data.findHold("start").orElseThrow()) {
            assertThat(hold.channel().isOpen()).isTrue();
            assertThat(data.findHold("import")).isEmpty();
            assertThat(data.holder()).isEqualTo("start (" + ProcessHandle.current().pid() + ")");
        }
        try (DataFolder.Hold hold = data.findHold("import").orElseThrow()) {
            assertThat(hold.channel().isOpen()).isTrue();
        }
    }

    @Test
    void the_way_to_the_engines_is_for_its_owners_eyes_alone() throws IOException {
        EngineFacts facts = new DataFolder(folder).facts();
        assertThat(facts.find()).isEmpty();
        Files.createDirectories(folder.resolve("run"));

        facts.write(Map.of("spring.datasource.password", "geheim 秘密"));

        assertThat(facts.find()).contains(Map.of("spring.datasource.password", "geheim 秘密"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(facts.file()))).isEqualTo("rw-------");
        facts.remove();
        assertThat(facts.find()).isEmpty();
    }
}
