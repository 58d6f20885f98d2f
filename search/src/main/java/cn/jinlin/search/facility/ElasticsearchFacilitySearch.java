package cn.jinlin.search.facility;

import java.util.List;
import java.util.Map;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

final class ElasticsearchFacilitySearch implements FacilitySearch {

    private final Cluster cluster;
    private final String searchPath;

    ElasticsearchFacilitySearch(Cluster cluster, String alias) {
        this.cluster = cluster;
        this.searchPath = "/" + alias + "/_search";
    }

    @Override
    public FacilityHits search(FacilityQuery query) {
        if (SearchBody.findsNothing(query)) {
            return new FacilityHits(List.of(), 0, false, false, HitReader.NO_FACETS);
        }
        boolean loose = LooseCursor.isLoose(query.after());
        FacilityQuery plain = loose ? LooseCursor.plain(query) : query;
        FacilityHits hits = ask(plain, loose);
        boolean nothing = hits.hits().isEmpty() && query.after().isEmpty() && SearchBody.hasWords(query);
        if (!loose && nothing && !existsSomewhere(plain)) {
            return LooseCursor.mark(ask(plain, true));
        }
        return loose ? LooseCursor.mark(hits) : hits;
    }

    /// What exists but not here, or not now, is no reason to guess at other words.
    private boolean existsSomewhere(FacilityQuery query) {
        return SearchBody.isNarrowed(query) && post(SearchBody.anywhere(query)).path("hits")
                .path("total")
                .path("value")
                .asLong(0) > 0;
    }

    @Override
    public List<SuggestHit> suggest(String prefix, @Nullable GeoPoint near, int first) {
        List<Unit> units = Units.of(prefix);
        if (units.isEmpty()) {
            return List.of();
        }
        JsonNode answer = post(SuggestBody.of(units, near, first));
        return answer.path("hits").path("hits").valueStream().map(hit -> HitReader.suggestion(hit, near)).toList();
    }

    private FacilityHits ask(FacilityQuery query, boolean loose) {
        try {
            return HitReader.read(post(SearchBody.of(query, loose)), query);
        } catch (ElasticsearchRefusedException e) {
            // Everything else in the body is ours; only the cursor has been in somebody else's hands.
            throw query.after().isEmpty() ? e : new BrokenCursorException(e);
        }
    }

    private JsonNode post(Map<String, Object> body) {
        return cluster.get("POST", searchPath, Json.bytes(body));
    }
}
