package cn.jinlin.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacked programs, one folder a version. A folder that is there is whole: it is filled under another name and moved
/// into place in one step, so neither a kill half-way nor two processes at once leave a broken one.
final class Binaries {
    /// Parts of Elasticsearch that the portal never uses and that double the time to start.
    private static final Set<String> UNUSED_PARTS = Set.of("modules/apm/", "modules/x-pack-core/",
            "modules/x-pack-security/", "lib/tools/geoip-cli/", "lib/tools/plugin-cli/", "lib/tools/security-cli/",
            "bin/");

    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder;
    }

    Path postgres(Platform platform, Runnable unpacking) {
        return unpacked(EngineName.POSTGRES, unpacking, into -> {
            try (InputStream jarred = resource("/" + platform.postgresArchive());
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(jarred))) {
                extract(tar, into, "");
            }
        });
    }

    Path redis(Platform platform, Runnable unpacking) {
        return unpacked(EngineName.REDIS, unpacking, into -> {
            try (InputStream jarred = resource("/" + platform.redisBinary())) {
                Path program = into.resolve("redis-server");
                Files.copy(jarred, program);
                makeExecutable(program);
            }
        });
    }

    Path elasticsearch(Path archive, Runnable unpacking) {
        return unpacked(EngineName.ELASTICSEARCH, unpacking, into -> {
            try (ZipArchiveInputStream zip = new ZipArchiveInputStream(Files.newInputStream(archive))) {
                extract(zip, into, "elasticsearch-" + EngineVersions.of(EngineName.ELASTICSEARCH) + "/");
            }
            Files.createDirectories(into.resolve("plugins"));
        });
    }

    private Path unpacked(EngineName engine, Runnable unpacking, Filling filling) {
        Path place = folder.resolve(engine.folder() + "-" + EngineVersions.of(engine));
        if (Files.isDirectory(place)) {
            return place;
        }
        unpacking.run();
        try {
            Files.createDirectories(folder);
            Path filled = Files.createTempDirectory(folder, engine.folder() + "-");
            // A temporary folder is closed to everybody else, but the engine may run as another user than we do.
            makeExecutable(filled);
            filling.fill(filled);
            moveInto(place, filled);
            return place;
        } catch (IOException e) {
            throw new EngineException("Unpacking " + engine.title() + " into " + folder + " failed", e);
        }
    }

    private static void moveInto(Path place, Path filled) throws IOException {
        try {
            Files.move(filled, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException lostTheRace) {
            delete(filled);
        } catch (java.nio.file.FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            delete(filled);
        }
    }

    private static <E extends ArchiveEntry> void extract(ArchiveInputStream<E> archive, Path into, String strip)
            throws IOException {
        for (E entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = entry.getName().startsWith(strip)
                    ? entry.getName().substring(strip.length())
                    : entry.getName();
            Path target = into.resolve(name).normalize();
            if (!target.startsWith(into)) {
                throw new IOException("The archive names a file outside its folder: " + name);
            }
            if (UNUSED_PARTS.stream().noneMatch(unused -> !strip.isEmpty() && name.startsWith(unused))) {
                write(archive, entry, target);
            }
        }
    }

    private static void write(InputStream archive, ArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(tar.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if (entry instanceof TarArchiveEntry tar && (tar.getMode() & 0100) != 0) {
            makeExecutable(target);
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InputStream resource(String name) {
        InputStream found = Binaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new EngineException("The binaries for this machine are not on the class path: " + name);
        }
        return found;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path folder) throws IOException;
    }
}
