package cn.jinlin.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// PostgreSQL's cluster on disk: made once, whole or not at all, with an owner who is not its superuser.
final class PostgresStore {
    static final String USER = "jinlin";
    static final String DATABASE = "jinlin";
    private static final int PASSWORD_BYTES = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path home;

    PostgresStore(Path home) {
        this.home = home;
    }

    Path cluster() {
        return home.resolve("cluster");
    }

    boolean exists() {
        return Files.isDirectory(cluster());
    }

    String password() {
        try {
            return Files.readString(home.resolve("password")).strip();
        } catch (IOException e) {
            throw new EngineException("The password of the store in " + home + " cannot be read", e);
        }
    }

    /// Fills the cluster under another name and moves it into place, so that a kill half-way leaves no half store.
    void create(Path bin, Identity identity, Map<String, String> environment) {
        Path fresh = home.resolve("cluster.new");
        try {
            if (Files.exists(fresh)) {
                Binaries.delete(fresh);
            }
            // Nobody signs in as the superuser: repairs are made in single-user mode, which asks for no password.
            Path forgotten = secretFile("superuser");
            Commands.run(
                    identity.running(List.of(bin.resolve("initdb").toString(), "-D", fresh.toString(), "-U", "postgres",
                            "--auth=scram-sha-256", "--pwfile=" + forgotten, "--encoding=UTF8", "--no-locale",
                            "--locale-provider=builtin", "--builtin-locale=C.UTF-8")),
                    home, environment, "");
            Files.delete(forgotten);
            secretFile("password");
            Commands.run(
                    identity.running(List.of(bin.resolve("postgres").toString(), "--single", "-j", "-D",
                            fresh.toString(), "postgres")),
                    home, environment, "CREATE ROLE " + USER + " LOGIN PASSWORD '" + password()
                            + "';\n\nCREATE DATABASE " + DATABASE + " OWNER " + USER + ";\n\n");
            Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EngineException("The store in " + home + " cannot be created", e);
        }
    }

    private Path secretFile(String name) throws IOException {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        Path file = home.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Object owner = Files.getAttribute(home, "unix:uid");
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        if (!owner.equals(Files.getAttribute(file, "unix:uid"))) {
            Files.setAttribute(file, "unix:uid", owner);
        }
        return file;
    }

    /// Removes the lock that a killed server left. PostgreSQL itself takes it for a living server's when another
    /// process has that number by now; a living server of this very store is waited for.
    void clearStaleLock() {
        Path lock = cluster().resolve("postmaster.pid");
        try {
            if (Files.exists(lock)) {
                holder(lock).ifPresent(server -> ProcessMark.awaitEnd(server, PATIENCE));
                Files.deleteIfExists(lock);
            }
        } catch (IOException e) {
            throw new EngineException("The lock " + lock + " of an earlier server cannot be cleared", e);
        }
    }

    private Optional<ProcessHandle> holder(Path lock) throws IOException {
        String pid = Files.readString(lock).lines().findFirst().orElse("").strip();
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid)).filter(this::servesThisStore);
    }

    private boolean servesThisStore(ProcessHandle handle) {
        Path commandLine = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        try {
            String words = Files.exists(commandLine)
                    ? Files.readString(commandLine)
                    : handle.info().commandLine().orElse("");
            return words.contains(cluster().toString());
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }

    /// The server writes "ready" into the eighth line of its lock when it takes connections.
    boolean isReady() {
        try {
            List<String> lines = Files.readAllLines(cluster().resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }
}
