package cn.jinlin.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The folder that holds a one-machine installation. Who owns the lock owns the engines: two starts on one folder would
/// fight over the stores. The system drops the lock when its process ends, however it ends.
final class DataFolder {
    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    Path log() {
        return folder.resolve("logs").resolve("jinlin.log");
    }

    /// The key of personal data: beside the store, never in it. Made when it is first asked for; without it, what the store
    /// holds of people cannot be read.
    Path personalDataKey() throws IOException {
        Path file = folder.resolve("keys").resolve("personal-data.key");
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(file.getParent());
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        // Written beside and moved, so that a killed start leaves no half of a key behind.
        Path fresh = Files.createTempFile(file.getParent(), "fresh", ".key");
        Files.writeString(fresh, Base64.getEncoder().encodeToString(key));
        return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    JournalNotes journals() {
        return new JournalNotes(folder.resolve("journals"));
    }

    EngineFacts facts() {
        return new EngineFacts(folder.resolve("run").resolve("engines.properties"));
    }

    /// Takes the folder for this process.
    ///
    /// @param purpose what is told to others who ask for it meanwhile
    /// @return nothing when another process has it
    Optional<Hold> findHold(String purpose) throws IOException {
        Files.createDirectories(folder.resolve("run"));
        FileChannel channel = FileChannel.open(folder.resolve("run").resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            return Optional.empty();
        }
        Files.writeString(holderFile(), purpose + " (" + ProcessHandle.current().pid() + ")");
        return Optional.of(new Hold(channel));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisVeryProcess) {
            return false;
        }
    }

    /// The purpose and process of whoever has the folder, as far as it is known.
    String holder() {
        try {
            return Files.readString(holderFile(), StandardCharsets.UTF_8).strip();
        } catch (IOException unknown) {
            return "?";
        }
    }

    private Path holderFile() {
        return folder.resolve("run").resolve("holder");
    }

    /// The right to use the folder, until closed.
    record Hold(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
