package cn.jinlin.engines;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the Elasticsearch distribution. It stays outside every jar (107 MB), so its place is looked for in this order:
/// the system property `jinlin.elasticsearch.archive`, the environment's `JINLIN_ELASTICSEARCH_ARCHIVE`, then
/// `engines/target/distributions` above the running code and above the working directory.
public final class ElasticsearchArchive {
    static final String PROPERTY = "jinlin.elasticsearch.archive";
    static final String VARIABLE = "JINLIN_ELASTICSEARCH_ARCHIVE";

    private ElasticsearchArchive() {}

    /// @throws EngineException when there is none, saying how to get it
    public static Path locate() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named != null) {
            Path path = Path.of(named);
            if (!Files.isRegularFile(path)) {
                throw new EngineException("No Elasticsearch archive at " + path + ", which " + PROPERTY + " names");
            }
            return path;
        }
        String file = "elasticsearch-" + EngineVersions.of(EngineName.ELASTICSEARCH) + ".zip";
        return Stream.concat(above(ownPlace()), above(Path.of("").toAbsolutePath()))
                .map(folder -> folder.resolve("engines/target/distributions").resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new EngineException("No " + file + " found: build the engines module, or name the"
                        + " archive by the system property " + PROPERTY));
    }

    private static Stream<Path> above(Path start) {
        List<Path> folders = new ArrayList<>();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            folders.add(folder);
        }
        return folders.stream();
    }

    private static Path ownPlace() {
        try {
            var location = ElasticsearchArchive.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            String path = location.getScheme().equals("file") ? location.getPath() : outerJar(location.toString());
            return Path.of(path);
        } catch (URISyntaxException e) {
            throw new EngineException("The running code's own place cannot be read", e);
        }
    }

    // Spring Boot runs from jars within a jar: jar:nested:/path/app.jar/!BOOT-INF/lib/...
    private static String outerJar(String location) {
        String path = location.substring(location.indexOf('/'));
        int within = path.indexOf("/!");
        return within < 0 ? path : path.substring(0, within);
    }
}
