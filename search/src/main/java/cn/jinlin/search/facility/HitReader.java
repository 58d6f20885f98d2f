package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityHits.Facets;
import cn.jinlin.search.facility.FacilityHits.Hit;
import cn.jinlin.search.facility.FacilityQuery.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Elasticsearch found.
final class HitReader {

    static final Facets NO_FACETS = new Facets(Map.of(), Map.of(), Map.of(), Map.of());

    private HitReader() {}

    static FacilityHits read(JsonNode answer, FacilityQuery query) {
        JsonNode found = answer.path("hits");
        String text = query.text();
        Highlighter highlighter = query.wanted().contains(Part.HIGHLIGHTS) && text != null
                ? new Highlighter(text)
                : null;
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : found.path("hits")) {
            if (hits.size() < query.size()) {
                hits.add(hit(hit, query.near(), highlighter));
            }
        }
        JsonNode total = found.path("total");
        return new FacilityHits(hits, total.path("value").asLong(0), "gte".equals(total.path("relation").asString("")),
                found.path("hits").size() > query.size(), facets(answer.path("aggregations")));
    }

    static SuggestHit suggestion(JsonNode hit, @Nullable GeoPoint near) {
        JsonNode shown = hit.path("_source").path(Layout.SHOWN);
        String nameEn = shown.path("nameEn").asString("");
        return new SuggestHit(id(hit), shown.path("name").asString(""), nameEn.isEmpty() ? null : nameEn,
                shown.path("address").asString(""), shown.path("category").asString(""), distance(shown, near));
    }

    private static Hit hit(JsonNode hit, @Nullable GeoPoint near, @Nullable Highlighter highlighter) {
        JsonNode shown = hit.path("_source").path(Layout.SHOWN);
        List<Object> sortValues = new ArrayList<>();
        hit.path("sort").forEach(value -> sortValues.add(sortValue(value)));
        return new Hit(id(hit), shown.path("card").asString(""), distance(shown, near),
                highlighter == null ? List.of() : highlighter.of(shown), List.copyOf(sortValues));
    }

    private static Object sortValue(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        return value.isNumber() ? (Object) value.asDouble() : value.asString("");
    }

    private static long id(JsonNode hit) {
        return Long.parseLong(hit.path("_id").asString(""));
    }

    private static @Nullable Integer distance(JsonNode shown, @Nullable GeoPoint near) {
        JsonNode location = shown.path(Layout.LOCATION);
        return near == null || location.isMissingNode()
                ? null
                : GreatCircle.metres(near,
                        new GeoPoint(location.path("lat").asDouble(), location.path("lon").asDouble()));
    }

    private static Facets facets(JsonNode aggregations) {
        return aggregations.isMissingNode()
                ? NO_FACETS
                : new Facets(counts(aggregations, Layout.CATEGORY), counts(aggregations, Layout.SUBDISTRICT),
                        counts(aggregations, Layout.CHARGE), counts(aggregations, Layout.ACCESSIBILITY));
    }

    private static Map<String, Long> counts(JsonNode aggregations, String field) {
        Map<String, Long> counts = new LinkedHashMap<>();
        aggregations.path(field)
                .path("buckets")
                .forEach(bucket -> counts.put(bucket.path("key").asString(""), bucket.path("doc_count").asLong()));
        return counts;
    }
}
