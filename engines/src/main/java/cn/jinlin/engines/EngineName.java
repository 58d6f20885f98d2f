package cn.jinlin.engines;

import java.util.Locale;

/// The three engines; the folder name is also the name of the log and of the remembered port.
public enum EngineName {
    POSTGRES("PostgreSQL"), REDIS("Redis"), ELASTICSEARCH("Elasticsearch");

    private final String title;

    EngineName(String title) {
        this.title = title;
    }

    /// The maker's spelling, for people to read.
    public String title() {
        return title;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
