package cn.jinlin.standalone;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that every command on a store has.
final class DataOption {
    @Option(names = "--data", paramLabel = "FOLDER", descriptionKey = "data")
    private @Nullable Path folder;

    DataFolder folder() {
        return new DataFolder(folder != null ? folder : Path.of(System.getProperty("jinlin.home", "")).resolve("data"));
    }
}
