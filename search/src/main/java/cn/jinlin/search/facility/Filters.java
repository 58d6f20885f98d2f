package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.Dsl.Query;

import static cn.jinlin.search.facility.Dsl.object;

/// What narrows a search without ordering it.
final class Filters {

    private static final String FOR_ALL = "EVERYONE";

    private Filters() {}

    static List<Query> of(FacilityQuery query) {
        List<Query> filters = new ArrayList<>();
        anyOf(Layout.CATEGORY, query.categories(), filters);
        anyOf(Layout.SUBDISTRICT, query.subdistricts(), filters);
        anyOf(Layout.CHARGE, query.charges(), filters);
        anyOf(Layout.LANGUAGES, query.languages(), filters);
        if (!query.audiences().isEmpty()) {
            List<String> audiences = new ArrayList<>(query.audiences());
            audiences.add(FOR_ALL);
            anyOf(Layout.AUDIENCES, audiences, filters);
        }
        query.accessibility().forEach(feature -> filters.add(Dsl.term(Layout.ACCESSIBILITY, feature)));
        OpenMoment openAt = query.openAt();
        if (openAt != null) {
            filters.add(OpenFilter.at(openAt));
        }
        GeoPoint near = query.near();
        Integer radius = query.radiusMetres();
        if (near != null && radius != null) {
            filters.add(Dsl.query("geo_distance", object("distance", radius + "m", Layout.LOCATION, point(near))));
        }
        List<Long> among = query.among();
        if (among != null) {
            filters.add(Dsl.terms(Layout.ID, among));
        }
        return filters;
    }

    static Map<String, Object> point(GeoPoint point) {
        return object("lat", point.lat(), "lon", point.lon());
    }

    private static void anyOf(String field, List<String> values, List<Query> filters) {
        if (!values.isEmpty()) {
            filters.add(Dsl.terms(field, values));
        }
    }
}
