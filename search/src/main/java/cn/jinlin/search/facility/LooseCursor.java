package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;

import cn.jinlin.search.facility.FacilityHits.Hit;

/// Marks the cursors of a search that had to forgive more, so that its next pages forgive as much.
final class LooseCursor {

    private static final String MARK = "loose";

    private LooseCursor() {}

    static boolean isLoose(List<Object> after) {
        return !after.isEmpty() && MARK.equals(after.getLast());
    }

    static FacilityQuery plain(FacilityQuery query) {
        return new FacilityQuery(query.text(), query.near(), query.radiusMetres(), query.categories(),
                query.subdistricts(), query.openAt(), query.charges(), query.audiences(), query.accessibility(),
                query.languages(), query.sort(), query.now(), query.size(),
                query.after().subList(0, query.after().size() - 1), query.wanted(), query.among());
    }

    static FacilityHits mark(FacilityHits hits) {
        return new FacilityHits(hits.hits().stream().map(LooseCursor::mark).toList(), hits.total(),
                hits.totalIsLowerBound(), hits.hasNext(), hits.facets());
    }

    private static Hit mark(Hit hit) {
        List<Object> sortValues = new ArrayList<>(hit.sortValues());
        sortValues.add(MARK);
        return new Hit(hit.id(), hit.card(), hit.distanceMetres(), hit.highlights(), List.copyOf(sortValues));
    }
}
