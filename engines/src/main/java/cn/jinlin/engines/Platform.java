package cn.jinlin.engines;

import java.util.Locale;

/// This machine, as the makers of the binaries name it.
enum Platform {
    LINUX_X64("postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64"), //
    LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64"), //
    MAC_X64("postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-amd64"), //
    MAC_ARM64("postgres-darwin-arm_64.txz", "redis-server-6.2.6-v5-darwin-arm64");

    private final String postgresArchive;
    private final String redisBinary;

    Platform(String postgresArchive, String redisBinary) {
        this.postgresArchive = postgresArchive;
        this.redisBinary = redisBinary;
    }

    /// @throws EngineException on a machine that the embedded engines have no binaries for
    static Platform current() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        if (system.contains("linux") && (arm || intel)) {
            return arm ? LINUX_ARM64 : LINUX_X64;
        }
        if (system.contains("mac") && (arm || intel)) {
            return arm ? MAC_ARM64 : MAC_X64;
        }
        throw new EngineException("There are no embedded engines for " + system + " on " + processor
                + ": point the portal at outside PostgreSQL, Redis and Elasticsearch instead");
    }

    String postgresArchive() {
        return postgresArchive;
    }

    String redisBinary() {
        return redisBinary;
    }
}
