package cn.jinlin.api.facility.intake.report;

/// What can be wrong with a row. An error keeps the row out; a warning lets it in and says what to look at.
public enum Code {
    MISSING_NAME(Severity.ERROR), UNKNOWN_CATEGORY(Severity.ERROR), BAD_NUMBER(Severity.ERROR), OUT_OF_RANGE(
            Severity.ERROR),
    SWAPPED_COORDINATES(Severity.ERROR), FIELD_TOO_LONG(
            Severity.ERROR),
    TOO_MANY_CELLS(Severity.ERROR), DUPLICATE_ID(Severity.ERROR), NO_COORDINATES(
            Severity.WARNING),
    OUTSIDE_DISTRICT(Severity.WARNING), SHARED_POINT(
            Severity.WARNING),
    DUPLICATE_NAME_AT_PLACE(Severity.WARNING), HOURS_UNREADABLE(
            Severity.WARNING),
    NEW_SUBDISTRICT(Severity.WARNING), UNKNOWN_NEIGHBOURHOOD(
            Severity.WARNING),
    BAD_VALUE(
            Severity.WARNING),
    IGNORED_COLUMN(Severity.WARNING);

    /// How grave it is.
    public enum Severity {
        ERROR, WARNING
    }

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
