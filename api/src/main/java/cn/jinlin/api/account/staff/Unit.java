package cn.jinlin.api.account.staff;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A part of the district's administration that has staff.
///
/// @param number its place in lists, in the order of making
/// @param parent the unit above; null for the district
/// @param facility whose desk it is
public record Unit(UUID id, long number, UnitKind kind, String name, @Nullable String nameEn, @Nullable UUID parent,
        @Nullable Long facility, Instant createdAt, @Nullable Instant closedAt) {

    public static final String TYPE = "Unit";

    public boolean isClosed() {
        return closedAt != null;
    }
}
