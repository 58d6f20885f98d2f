package cn.jinlin.api.facility.intake;

import java.nio.file.Path;

import cn.jinlin.api.facility.intake.file.Format;
import cn.jinlin.api.region.CoordinateSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// How a file is to be taken.
///
/// @param crs the coordinate system of its points; must be declared wherever a file has points
/// @param format how it is written; null to find out from its name and content
/// @param source who gave it, under which its ids are known; null for the file's name without its ending
/// @param mapping properties file, our field = their header; null for none
/// @param acceptValid takes the good rows where others are bad
/// @param dryRun does everything and keeps nothing
/// @param report where to write what is wrong with which row; null for nowhere
@NamedInterface("intake")
public record IntakeOptions(@Nullable CoordinateSystem crs, @Nullable Format format, @Nullable String source,
        @Nullable Path mapping, boolean acceptValid, boolean dryRun, @Nullable Path report) {

    /// Everything as usual.
    public static IntakeOptions of(CoordinateSystem crs) {
        return new IntakeOptions(crs, null, null, null, false, false, null);
    }

    /// The source, or what the file is called.
    public String sourceOr(Path file) {
        if (source != null && !source.isBlank()) {
            return source.strip();
        }
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
