package cn.jinlin.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

import cn.jinlin.api.ledger.Head;

/// What is kept of the journals outside their database, so that who rewrites them there is found out: the key that seals
/// their ends, and the ends that the last examination saw.
record JournalNotes(Path folder) {
    private static final int KEY_BYTES = 32;

    /// The key, made when first asked for.
    String key() throws IOException {
        Path file = folder.resolve("head.key");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            write(file, Base64.getEncoder().encodeToString(fresh));
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    /// The end of a journal as it was last noted.
    Optional<Head> findHead(String journal) throws IOException {
        String noted = heads().getProperty(journal);
        if (noted == null || !noted.matches("\\d{1,18} [0-9a-f]{64}")) {
            return Optional.empty();
        }
        String[] parts = noted.split(" ", 2);
        return Optional.of(new Head(journal, Long.parseLong(parts[0]), parts[1]));
    }

    void note(Head head) throws IOException {
        Properties heads = heads();
        heads.setProperty(head.journal(), head.number() + " " + head.fingerprint());
        var text = new StringWriter();
        heads.store(text, null);
        write(headsFile(), text.toString());
    }

    private Path headsFile() {
        return folder.resolve("heads.properties");
    }

    private Properties heads() throws IOException {
        var heads = new Properties();
        if (Files.exists(headsFile())) {
            try (Reader in = Files.newBufferedReader(headsFile())) {
                heads.load(in);
            }
        }
        return heads;
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
