package cn.jinlin.engines;

import java.nio.file.Path;

/// Where the engines keep their things, and how much memory the hungriest may take.
///
/// @param data the folder of the stores, logs and remembered ports; made when absent
/// @param binaries where the programs are unpacked, one folder a version; may be shared by several data folders
/// @param elasticsearchArchive the Elasticsearch distribution as Maven brings it
/// @param elasticsearchHeapMegabytes the heap of Elasticsearch in MiB, at least 128
public record EngineSettings(Path data, Path binaries, Path elasticsearchArchive, int elasticsearchHeapMegabytes) {
    private static final int USUAL_HEAP = 256;
    private static final int LEAST_HEAP = 128;

    public EngineSettings {
        data = data.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        elasticsearchArchive = elasticsearchArchive.toAbsolutePath().normalize();
        if (elasticsearchHeapMegabytes < LEAST_HEAP) {
            throw new IllegalArgumentException(
                    "Elasticsearch needs a heap of at least " + LEAST_HEAP + " MiB, not " + elasticsearchHeapMegabytes);
        }
    }

    /// Everything within one data folder, Elasticsearch's archive found as [ElasticsearchArchive] describes.
    ///
    /// @throws EngineException when the archive is not found
    public static EngineSettings in(Path data) {
        return new EngineSettings(data, data.resolve("binaries"), ElasticsearchArchive.locate(), USUAL_HEAP);
    }

    /// The same stores with the programs unpacked elsewhere.
    public EngineSettings withBinaries(Path folder) {
        return new EngineSettings(data, folder, elasticsearchArchive, elasticsearchHeapMegabytes);
    }

    /// The same engines with another heap for Elasticsearch, in MiB.
    public EngineSettings withElasticsearchHeap(int megabytes) {
        return new EngineSettings(data, binaries, elasticsearchArchive, megabytes);
    }

    Path home(EngineName engine) {
        return data.resolve(engine.folder());
    }

    Path log(EngineName engine) {
        return data.resolve("logs").resolve(engine.folder() + ".log");
    }
}
