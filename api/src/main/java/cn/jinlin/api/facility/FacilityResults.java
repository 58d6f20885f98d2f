package cn.jinlin.api.facility;

import java.util.List;

import cn.jinlin.search.facility.FacilityHits;
import org.jspecify.annotations.Nullable;

/// One page of a search, with whole facilities in it.
///
/// @param total matches in all; 0 when not asked for
/// @param degraded true when the record answered because the word index is away
record FacilityResults(List<Found> found, long total, boolean totalIsLowerBound, boolean hasNext, boolean hasPrevious,
        FacilityHits.Facets facets, boolean degraded) {

    /// @param distanceMetres straight line from the asked point
    record Found(Facility facility, FacilityCursor cursor, @Nullable Integer distanceMetres,
            List<FacilityHits.Highlight> highlights) {}
}
