package cn.jinlin.search.facility;

import java.util.Collection;
import java.util.List;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;
import org.jspecify.annotations.Nullable;

/// The very bytes that this library sends to Elasticsearch, for comparing it with Elasticsearch asked directly.
public final class FacilitySearchBody {

    private FacilitySearchBody() {}

    /// The alias under which an installation's facilities are searched.
    public static String alias(String indexPrefix) {
        return indexPrefix + "-facilities";
    }

    /// Body of the `_search` that answers the query.
    public static byte[] search(FacilityQuery query) {
        return Json.bytes(SearchBody.of(query, false));
    }

    /// Body of the `_search` that answers a request for suggestions.
    ///
    /// @param prefix with one letter, digit or Han character at least
    public static byte[] suggest(String prefix, @Nullable GeoPoint near, int first) {
        List<Unit> units = Units.of(prefix);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("Nothing to suggest for: " + prefix);
        }
        return Json.bytes(SuggestBody.of(units, near, first));
    }

    /// Body that creates an index in which to put [#bulk(String, Collection)].
    ///
    /// @param filling true for the settings of an index that is not yet searched
    public static byte[] index(boolean filling) {
        return Json.bytes(Layout.index(filling));
    }

    /// Body of a `_bulk` that puts documents into an index.
    public static byte[] bulk(String index, Collection<FacilityDocument> documents) {
        BulkBody body = new BulkBody();
        documents.forEach(document -> body.put(index, document));
        return body.toBytes();
    }
}
