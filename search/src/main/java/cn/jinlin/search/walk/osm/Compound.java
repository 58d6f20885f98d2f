package cn.jinlin.search.walk.osm;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// A named residential area of the extract, such as a compound (小区): where people say they live.
///
/// @param nameEn null where the extract has none
/// @param middle of the corners that the extract has
public record Compound(String name, @Nullable String nameEn, GeoPoint middle) {}
