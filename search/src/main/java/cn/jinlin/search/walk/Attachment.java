package cn.jinlin.search.walk;

import cn.jinlin.search.GeoPoint;

/// Where a place meets the network: a point on an edge. Good for the network it was made for only.
///
/// @param edge index of the edge
/// @param from the edge's first end
/// @param to the edge's second end
/// @param traits the edge's, bits of [EdgeTraits] as seen from its first end
/// @param lengthMillimetres of the whole edge
/// @param offsetMillimetres from the first end to the point along the edge, 0 to the length
/// @param point the point on the edge
/// @param accessMetres straight from the place to that point, which no walking time contains
public record Attachment(int edge, int from, int to, int traits, int lengthMillimetres, int offsetMillimetres,
        GeoPoint point, double accessMetres) {

    /// Milliseconds of the walk between this point and the first end, away from the point if `costs` are not turned.
    int toFirstEnd(Costs costs) {
        return costs.of(EdgeTraits.turned(traits), offsetMillimetres);
    }

    int toSecondEnd(Costs costs) {
        return costs.of(traits, restMillimetres());
    }

    /// Milliseconds of the walk along the edge to another point of the same edge.
    int along(Costs costs, int otherOffset) {
        int forward = otherOffset - offsetMillimetres;
        return forward >= 0 ? costs.of(traits, forward) : costs.of(EdgeTraits.turned(traits), -forward);
    }

    int restMillimetres() {
        return lengthMillimetres - offsetMillimetres;
    }
}
