package cn.jinlin.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import cn.jinlin.api.ledger.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JournalNotesTest {
    @TempDir
    Path folder;

    @Test
    void the_key_is_made_once_and_for_its_owners_eyes_alone() throws IOException {
        String key = new DataFolder(folder).journals().key();

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(new DataFolder(folder).journals().key()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("journals/head.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_end_of_each_journal_is_remembered() throws IOException {
        JournalNotes notes = new DataFolder(folder).journals();
        Head head = new Head("audit", 12, "0a".repeat(32));
        assertThat(notes.findHead("audit")).isEmpty();

        notes.note(head);
        notes.note(new Head("letters", 3, "0b".repeat(32)));
        notes.note(new Head("letters", 4, "0c".repeat(32)));

        assertThat(notes.findHead("audit")).contains(head);
        assertThat(notes.findHead("letters")).hasValueSatisfying(
                letters -> assertThat(letters.number()).isEqualTo(4));
    }

    @Test
    void a_note_that_is_none_counts_as_absent() throws IOException {
        JournalNotes notes = new DataFolder(folder).journals();
        Files.createDirectories(notes.folder());
        Files.writeString(notes.folder().resolve("heads.properties"), "audit=many abc\n");

        assertThat(notes.findHead("audit")).isEmpty();
    }
}
