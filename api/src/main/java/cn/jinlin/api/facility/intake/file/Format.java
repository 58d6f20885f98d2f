package cn.jinlin.api.facility.intake.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.springframework.modulith.NamedInterface;

/// How a file is written.
@NamedInterface("intake")
public enum Format {
    CSV, GEOJSON, HSDS;

    /// Tells by the file's name and its first characters.
    static Optional<Format> find(Path file, String start) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        char first = start.isBlank() ? ' ' : start.strip().charAt(0);
        if (first == '{' || first == '[') {
            boolean geographic = name.endsWith(".geojson") || start.contains("\"FeatureCollection\"")
                    || start.contains("\"Feature\"");
            return Optional.of(geographic ? GEOJSON : HSDS);
        }
        if (name.endsWith(".geojson") || name.endsWith(".json")) {
            return Optional.empty();
        }
        return Optional.of(CSV);
    }
}
