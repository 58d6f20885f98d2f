package cn.jinlin.api.facility;

import java.util.List;
import java.util.Map;

import cn.jinlin.search.facility.FacilityHits;
import org.jspecify.annotations.Nullable;

/// One page of a search, with whole facilities in it.
///
/// @param total matches in all; 0 when not asked for
/// @param degraded true when the record answered because the word index is away
record FacilityResults(List<Found> found, long total, boolean totalIsLowerBound, boolean hasNext, boolean hasPrevious,
        FacilityHits.Facets facets, boolean degraded) {

    /// @param distanceMetres straight line from the asked point
    /// @param walk from there, where the search asked for one
    record Found(Facility facility, FacilityCursor cursor, @Nullable Integer distanceMetres,
            List<FacilityHits.Highlight> highlights, OnFoot.@Nullable Walk walk) {}

    /// The same with the walks to what was found.
    FacilityResults with(Map<Long, OnFoot.Walk> walks) {
        List<Found> walked = found.stream()
                .map(each -> new Found(each.facility(), each.cursor(), each.distanceMetres(), each.highlights(),
                        walks.get(each.facility().id())))
                .toList();
        return new FacilityResults(walked, total, totalIsLowerBound, hasNext, hasPrevious, facets, degraded);
    }
}
