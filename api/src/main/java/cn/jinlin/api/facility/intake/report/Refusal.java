package cn.jinlin.api.facility.intake.report;

import org.springframework.modulith.NamedInterface;

/// Why a whole file is not taken.
@NamedInterface("intake")
public enum Refusal {
    FILE_UNREADABLE, EMPTY_FILE, NOT_TEXT, WORKBOOK, WRONG_ENCODING, UNKNOWN_FORMAT, CRS_MISSING, CRS_CONTRADICTED,
    BAD_MAPPING, MISSING_COLUMN, BROKEN_CSV, BROKEN_JSON, TRUNCATED_JSON, RECORD_TOO_LONG, NO_RECORDS, BAD_BOUNDARY,
    BAD_CALENDAR
}
