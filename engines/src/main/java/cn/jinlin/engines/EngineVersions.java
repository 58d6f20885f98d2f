package cn.jinlin.engines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// The engines' versions as the build pinned them.
final class EngineVersions {
    private static final Properties PINNED = read();

    private EngineVersions() {}

    static String of(EngineName engine) {
        String version = PINNED.getProperty(engine.folder());
        if (version == null) {
            throw new EngineException("engines.properties names no version of " + engine.title());
        }
        return version;
    }

    private static Properties read() {
        Properties versions = new Properties();
        try (InputStream in = EngineVersions.class.getResourceAsStream("engines.properties")) {
            if (in == null) {
                throw new EngineException("engines.properties is missing from the engines' jar");
            }
            versions.load(in);
            return versions;
        } catch (IOException e) {
            throw new EngineException("engines.properties cannot be read", e);
        }
    }
}
