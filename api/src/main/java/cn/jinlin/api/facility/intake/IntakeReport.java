package cn.jinlin.api.facility.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import cn.jinlin.api.facility.intake.report.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// What came of an import.
///
/// @param rows records in the file
/// @param created records that are new (or, on a dry run or a refused import, would be)
/// @param changed records that differ from what was there
/// @param unchanged records that were there just so
/// @param rejected records with an error
/// @param written false when nothing was kept: on a dry run, or because of errors
/// @param findings how often each thing was found
/// @param ignoredColumns columns that mean nothing to us
/// @param report the file that names every finding
@NamedInterface("intake")
public record IntakeReport(String source, long rows, long created, long changed, long unchanged, long rejected,
        boolean written, Map<Code, Long> findings, List<String> ignoredColumns, @Nullable Path report) {}
