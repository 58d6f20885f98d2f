package cn.jinlin.search.walk.osm;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// A named area of the extract: a residential compound (小区), or another part of town by whose name people go, such as a
/// quarter or a suburb (片区).
///
/// @param nameEn null where the extract has none
/// @param middle of the corners that the extract has, or where it puts the label
public record Compound(String name, @Nullable String nameEn, GeoPoint middle) {}
