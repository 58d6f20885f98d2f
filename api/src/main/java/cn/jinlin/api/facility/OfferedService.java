package cn.jinlin.api.facility;

import org.jspecify.annotations.Nullable;

/// A service offered at a facility.
///
/// @param id 0 until stored
public record OfferedService(long id, String name, @Nullable String nameEn) {

    static OfferedService named(String name) {
        return new OfferedService(0, name, null);
    }
}
