package cn.jinlin.api.account.person;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// Where a resident lives.
///
/// @param location of the door, WGS84; null when only an address was given
/// @param neighbourhood its code; null unless chosen
public record Home(String address, @Nullable GeoPoint location, @Nullable String neighbourhood) {

    /// Tells nothing: an address belongs in no log.
    @Override
    public String toString() {
        return "Home[...]";
    }
}
