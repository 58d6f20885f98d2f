package cn.jinlin.api.circle.coverage;

import java.time.LocalDate;

/// One month's coverage, as it stood when last looked at in that month.
///
/// @param month its first day
public record CoverageMonth(LocalDate month, CoverageSummary summary) {}
