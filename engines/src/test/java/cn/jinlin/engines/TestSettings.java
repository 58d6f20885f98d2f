package cn.jinlin.engines;

import java.nio.file.Path;

/// Settings for stores of a test's own, with the programs that all modules' tests share.
final class TestSettings {
    private TestSettings() {}

    static EngineSettings in(Path data) {
        EngineSettings settings = EngineSettings.in(data);
        return settings.withBinaries(settings.elasticsearchArchive().resolveSibling("../unpacked").normalize());
    }
}
