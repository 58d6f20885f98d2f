package cn.jinlin.search.facility;

import java.util.List;
import java.util.Set;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// A search for facilities. Empty lists and nulls do not narrow it.
///
/// @param radiusMetres straight-line limit around `near`
/// @param openAt only what is open at that moment
/// @param now the present moment, which lifts what is open in RELEVANCE order
/// @param size 1 to 100
/// @param after the sort values of the item before the page, as a hit gave them
/// @param wanted which costly parts the caller will read
/// @param among only these facilities, by id, at most 65,536 (Elasticsearch's own bound); null does not narrow, an empty
/// list finds nothing
public record FacilityQuery(
        @Nullable String text,
        @Nullable GeoPoint near,
        @Nullable Integer radiusMetres,
        List<String> categories,
        List<String> subdistricts,
        @Nullable OpenMoment openAt,
        List<String> charges,
        List<String> audiences,
        List<String> accessibility,
        List<String> languages,
        Sort sort,
        OpenMoment now,
        int size,
        List<Object> after,
        Set<Part> wanted,
        @Nullable List<Long> among) {

    /// A search among all facilities.
    public FacilityQuery(@Nullable String text, @Nullable GeoPoint near, @Nullable Integer radiusMetres,
            List<String> categories, List<String> subdistricts, @Nullable OpenMoment openAt, List<String> charges,
            List<String> audiences, List<String> accessibility, List<String> languages, Sort sort, OpenMoment now,
            int size, List<Object> after, Set<Part> wanted) {
        this(text, near, radiusMetres, categories, subdistricts, openAt, charges, audiences, accessibility, languages,
                sort, now, size, after, wanted, null);
    }

    /// Order of the hits; ties are broken by id.
    public enum Sort {
        RELEVANCE, NEAREST, NAME
    }

    /// Parts of an answer that cost extra work.
    public enum Part {
        TOTAL, FACETS, HIGHLIGHTS
    }
}
