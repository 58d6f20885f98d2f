package cn.jinlin.search.facility;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityQuery.Part;
import cn.jinlin.search.facility.FacilityQuery.Sort;
import org.jspecify.annotations.Nullable;

/// Queries as the tests need them.
final class Queries {

    static final OpenMoment MONDAY_TEN = Moments.at(LocalDate.of(2026, 11, 23), 10, 0);

    private Queries() {}

    static FacilityQuery words(String text, int size) {
        return of(text, null, null, Sort.RELEVANCE, size, List.of(), Set.of());
    }

    static FacilityQuery open(OpenMoment at) {
        return of(null, null, at, Sort.NAME, 100, List.of(), Set.of());
    }

    static FacilityQuery of(@Nullable String text, @Nullable GeoPoint near, @Nullable OpenMoment openAt, Sort sort,
            int size, List<Object> after, Set<Part> wanted) {
        return new FacilityQuery(text, near, null, List.of(), List.of(), openAt, List.of(), List.of(), List.of(),
                List.of(), sort, MONDAY_TEN, size, after, wanted);
    }
}
