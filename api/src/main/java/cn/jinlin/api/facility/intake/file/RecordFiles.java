package cn.jinlin.api.facility.intake.file;

import java.nio.file.Path;

import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import org.jspecify.annotations.Nullable;

/// Opens files of facilities.
public final class RecordFiles {

    private RecordFiles() {}

    /// @param format how it is written; null to find out
    /// @throws IntakeRefused when the file is none we can read, or lacks the column that it must have
    public static RecordFile open(Path path, @Nullable Format format, Columns columns) {
        TextFile text = TextFile.open(path);
        var start = text.start();
        if (start.isBlank() && start.length() < 100) {
            throw new IntakeRefused(Refusal.EMPTY_FILE);
        }
        Format known = format != null
                ? format
                : Format.find(path, start).orElseThrow(() -> new IntakeRefused(Refusal.UNKNOWN_FORMAT));
        return switch (known) {
            case CSV -> new CsvFile(text, columns);
            case GEOJSON -> new GeoJsonFile(text, columns);
            case HSDS -> new HsdsFile(text);
        };
    }
}
