package cn.jinlin.api.security;

import java.util.UUID;

/// Whom a token speaks of. Written into it as `sub`: kind and id, `resident:7f0c…`.
public record Subject(Kind kind, UUID id) {

    /// Residents and staff have separate accounts, even where one person is both.
    public enum Kind {
        /// Someone who lives in the district, or uses it.
        RESIDENT,
        /// Someone who works for a unit of the district.
        STAFF
    }

    /// @throws IllegalArgumentException when it is not a subject of this service
    public static Subject parse(String sub) {
        int colon = sub.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("Not a subject of this service");
        }
        return new Subject(Kind.valueOf(sub.substring(0, colon).toUpperCase(java.util.Locale.ROOT)),
                UUID.fromString(sub.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ':' + id;
    }
}
