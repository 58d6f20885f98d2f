package cn.jinlin.api.security;

/// What a person may be to the district.
public enum Role {
    /// Changes the district's own data: facilities, regions, calendars.
    DISTRICT_ADMIN
}
