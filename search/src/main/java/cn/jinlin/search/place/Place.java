package cn.jinlin.search.place;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// A named place.
///
/// @param nameEn its English name, if it has one
/// @param detail what tells it from others of that name; empty when there is nothing to add
/// @param detailEn the same in English, if there is one
public record Place(Kind kind, String name, @Nullable String nameEn, GeoPoint point, String detail,
        @Nullable String detailEn) {

    /// Kinds of place; of places that match equally well, the first kind leads where no point is given.
    public enum Kind {
        NEIGHBOURHOOD, COMPOUND, ROAD
    }
}
