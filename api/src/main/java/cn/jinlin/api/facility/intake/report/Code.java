package cn.jinlin.api.facility.intake.report;

import org.springframework.modulith.NamedInterface;

/// What can be wrong with a row. An error keeps the row out; a warning lets it in and says what to look at.
@NamedInterface("intake")
public enum Code {
    // Errors, the last of them known to severity().
    MISSING_NAME, UNKNOWN_CATEGORY, BAD_NUMBER, OUT_OF_RANGE, SWAPPED_COORDINATES, FIELD_TOO_LONG, TOO_MANY_CELLS,
    MISSING_ID,
    MISSING_PLACE, BAD_RESIDENTS, BAD_OFFER, UNKNOWN_FACILITY_ID, DUPLICATE_ID,
    // Warnings.
    NO_COORDINATES, OUTSIDE_DISTRICT, SHARED_POINT, DUPLICATE_NAME_AT_PLACE, HOURS_UNREADABLE, NEW_SUBDISTRICT,
    UNKNOWN_NEIGHBOURHOOD, BAD_VALUE, IGNORED_COLUMN;

    /// How grave it is.
    public enum Severity {
        ERROR, WARNING
    }

    public Severity severity() {
        return compareTo(DUPLICATE_ID) <= 0 ? Severity.ERROR : Severity.WARNING;
    }
}
