package cn.jinlin.api.circle.place;

import cn.jinlin.search.GeoPoint;

/// A place to begin a walk from, in the caller's language.
///
/// @param detail empty when there is nothing to add
record FoundPlace(PlaceKind kind, String name, String detail, GeoPoint at) {}
