package cn.jinlin.standalone;

import java.nio.file.Path;

/// The files of the repository around this module.
final class Repository {
    private Repository() {}

    static Path file(String path) {
        return Path.of("..").resolve(path).normalize();
    }
}
