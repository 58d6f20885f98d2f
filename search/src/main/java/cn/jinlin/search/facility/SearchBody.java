package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.Dsl.Query;
import cn.jinlin.search.facility.FacilityQuery.Part;
import cn.jinlin.search.facility.FacilityQuery.Sort;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;

import static cn.jinlin.search.facility.Dsl.object;

/// The whole body of a search request.
final class SearchBody {

    private static final int COUNTED_EXACTLY = 10_000;
    private static final int FACET_VALUES = 50;
    private static final int PIVOT_METRES = 700;

    private SearchBody() {}

    static Map<String, Object> of(FacilityQuery query, boolean loose) {
        List<Unit> units = query.text() == null ? List.of() : Units.of(query.text());
        Map<String, Object> body = object("size", query.size() + 1, "query", query(query, units, loose).json(), "sort",
                sort(query, units));
        body.put("track_total_hits", query.wanted().contains(Part.TOTAL) ? (Object) COUNTED_EXACTLY : false);
        body.put("_source", shown(query.wanted().contains(Part.HIGHLIGHTS) && !units.isEmpty()));
        if (!query.after().isEmpty()) {
            body.put("search_after", query.after());
        }
        if (query.wanted().contains(Part.FACETS)) {
            body.put("aggs", facets());
        }
        return body;
    }

    /// A text of which nothing is left once folded (only emoji, say) can match nothing.
    static boolean findsNothing(FacilityQuery query) {
        String text = query.text();
        return text != null && !text.isBlank() && !hasWords(query);
    }

    static boolean hasWords(FacilityQuery query) {
        String text = query.text();
        return text != null && !Units.of(text).isEmpty();
    }

    /// True when anything but the words decides what is found.
    static boolean isNarrowed(FacilityQuery query) {
        return !Filters.of(query).isEmpty();
    }

    /// Asks whether the words are found at all, wherever and whenever.
    static Map<String, Object> anywhere(FacilityQuery query) {
        List<Unit> units = Units.of(query.text() == null ? "" : query.text());
        return object("size", 0, "terminate_after", 1, "track_total_hits", 1, "query",
                TextQuery.of(units, false).must().json());
    }

    private static Query query(FacilityQuery query, List<Unit> units, boolean loose) {
        List<Query> filters = Filters.of(query);
        if (units.isEmpty()) {
            return Dsl.filtered(List.of(), ordersByScore(query, units) ? lifts(query, true) : List.of(), filters,
                    List.of());
        }
        TextQuery text = TextQuery.of(units, loose);
        if (query.sort() != Sort.RELEVANCE) {
            filters.add(text.must());
            return Dsl.filtered(List.of(), List.of(), filters, List.of());
        }
        List<Query> lifts = new ArrayList<>(text.should());
        lifts.addAll(lifts(query, text.kindOnly()));
        return Dsl.filtered(List.of(text.must()), lifts, filters, List.of());
    }

    private static List<Query> lifts(FacilityQuery query, boolean nearnessDecides) {
        List<Query> lifts = new ArrayList<>();
        lifts.add(Dsl.constant(OpenFilter.at(query.now()), nearnessDecides ? 2.5 : 1));
        GeoPoint near = query.near();
        if (near != null) {
            lifts.add(Dsl.query("distance_feature", object("field", Layout.LOCATION, "origin", Filters.point(near),
                    "pivot", PIVOT_METRES + "m", "boost", nearnessDecides ? 12 : 4)));
        }
        return lifts;
    }

    private static boolean ordersByScore(FacilityQuery query, List<Unit> units) {
        return query.sort() == Sort.RELEVANCE && (!units.isEmpty() || query.near() != null);
    }

    private static List<Object> sort(FacilityQuery query, List<Unit> units) {
        Map<String, Object> byId = object(Layout.ID, "asc");
        if (ordersByScore(query, units)) {
            return List.of(object("_score", "desc"), byId);
        }
        GeoPoint near = query.near();
        if (query.sort() == Sort.NEAREST && near != null) {
            return List.of(object("_geo_distance",
                    object(Layout.LOCATION, Filters.point(near), "order", "asc", "unit", "m")), byId);
        }
        return List.of(object(Layout.NAME_ORDER, object("order", "asc", "missing", "_last")), byId);
    }

    private static List<String> shown(boolean highlights) {
        return highlights
                ? List.of(Layout.SHOWN)
                : List.of(Layout.SHOWN + ".card", Layout.SHOWN + "." + Layout.LOCATION);
    }

    private static Map<String, Object> facets() {
        Map<String, Object> facets = object();
        for (String field : new String[]{Layout.CATEGORY, Layout.SUBDISTRICT, Layout.CHARGE, Layout.ACCESSIBILITY}) {
            facets.put(field, object("terms", object("field", field, "size", FACET_VALUES)));
        }
        return facets;
    }
}
