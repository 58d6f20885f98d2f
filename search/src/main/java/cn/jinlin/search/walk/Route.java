package cn.jinlin.search.walk;

import java.util.List;
import java.util.Optional;

import cn.jinlin.search.GeoPoint;

/// The fastest walk between two points.
///
/// @param tenths walking time in tenths of seconds
/// @param millimetres its length
/// @param line from the first point to the last along the paths, at least one point
/// @param legs what is walked one after the other, empty when one is there already
public record Route(int tenths, int millimetres, List<GeoPoint> line, List<Leg> legs) {

    public Route {
        line = List.copyOf(line);
        legs = List.copyOf(legs);
    }

    /// A piece of the walk along one road and of one kind.
    ///
    /// @param name the road's
    /// @param millimetres its length
    /// @param traits bits of [EdgeTraits] without the directions
    public record Leg(Optional<String> name, int millimetres, int traits) {}
}
