package cn.jinlin.api.facility.intake.file;

import java.util.Locale;

/// What a file can say of a facility.
public enum Field {
    ID, NAME, NAME_EN, OTHER_NAMES, CATEGORY, OPERATOR, DESCRIPTION, DESCRIPTION_EN, ADDRESS, ADDRESS_EN, LAT, LON,
    COORDINATES, SUBDISTRICT, NEIGHBOURHOOD, CHARGE, AUDIENCES, ACCESSIBILITY, LANGUAGES, PHONES, WEBSITE,
    HOLIDAY_POLICY, HOURS, SCHEDULES, EXCEPTIONS, SERVICES;

    /// The header of our own files.
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
