package cn.jinlin.api.facility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityHits;
import cn.jinlin.search.facility.FacilityQuery;
import cn.jinlin.search.facility.SuggestHit;
import cn.jinlin.search.text.FallbackWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The plain search that answers from PostgreSQL while the word index is away: all words must be there, the nearest or
/// first by name lead, and it looks at no more than the first 2,000 matches.
@Component
class RecordSearch {

    static final int MOST_CANDIDATES = 2_000;
    private static final int MOST_FACETS = 50;
    private static final FacilityHits.Facets NO_FACETS = new FacilityHits.Facets(Map.of(), Map.of(), Map.of(),
            Map.of());

    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final WorkingCalendar calendar;

    RecordSearch(JdbcClient jdbc, Facilities facilities, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.calendar = calendar;
    }

    private record Candidate(long id, String category, @Nullable String subdistrict, @Nullable String charge,
            List<String> accessibility,
            @Nullable Double distance) {

        @Nullable
        Integer metres() {
            return distance == null ? null : (int) Math.round(distance);
        }
    }

    FacilityResults search(FacilityQuery query, int position) {
        List<Candidate> candidates = candidates(query);
        boolean cut = candidates.size() > MOST_CANDIDATES;
        if (cut) {
            candidates = candidates.subList(0, MOST_CANDIDATES);
        }
        if (query.openAt() != null) {
            candidates = openOnly(candidates, query);
        }
        List<Candidate> page = candidates.subList(Math.min(position, candidates.size()),
                Math.min(position + query.size(), candidates.size()));
        Map<Long, Facility> loaded = load(page);
        var found = new ArrayList<FacilityResults.Found>();
        for (Candidate candidate : page) {
            found.add(new FacilityResults.Found(Objects.requireNonNull(loaded.get(candidate.id())),
                    new FacilityCursor(position + found.size() + 1, List.of()), candidate.metres(), List.of(), null));
        }
        boolean facets = query.wanted().contains(FacilityQuery.Part.FACETS);
        return new FacilityResults(found, candidates.size(), cut, position + page.size() < candidates.size(),
                position > 0,
                facets ? facets(candidates) : NO_FACETS, true);
    }

    List<SuggestHit> suggest(String prefix, @Nullable GeoPoint near, int first) {
        var query = new FacilityQuery(prefix, near, null, List.of(), List.of(), null, List.of(), List.of(), List.of(),
                List.of(),
                FacilityQuery.Sort.RELEVANCE, calendar.moment(java.time.Instant.EPOCH), first, List.of(),
                java.util.Set.of());
        return search(query, 0).found().stream().map(found -> {
            FacilityDetails details = found.facility().details();
            return new SuggestHit(found.facility().id(), details.name(), details.nameEn(), details.address(),
                    details.category(),
                    found.distanceMetres());
        }).toList();
    }

    /// Distance by the haversine formula in SQL: PostgreSQL has no PostGIS here.
    private List<Candidate> candidates(FacilityQuery query) {
        GeoPoint near = query.near();
        var sql = new StringBuilder("""
                select * from (
                    select f.id, f.name, f.category, s.code as subdistrict, f.charge, f.accessibility,
                           %s as distance
                      from facility f left join subdistrict s on s.id = f.subdistrict_id
                     where f.in_service
                """.formatted(near == null ? "null::float8" : """
                2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians(f.lat - :lat) / 2), 2)
                    + cos(radians(:lat)) * cos(radians(f.lat)) * power(sin(radians(f.lon - :lon) / 2), 2))))"""));
        var parameters = new LinkedHashMap<String, Object>();
        if (near != null) {
            parameters.put("lat", near.lat());
            parameters.put("lon", near.lon());
        }
        if (query.text() != null) {
            sql.append(" and f.words @@ cast(:words as tsquery)");
            parameters.put("words", FallbackWords.toTsquery(query.text()));
        }
        any(sql, parameters, query.categories(), "categories", "f.category = any(:categories)");
        any(sql, parameters, query.subdistricts(), "subdistricts", "s.code = any(:subdistricts)");
        any(sql, parameters, query.charges(), "charges", "f.charge = any(:charges)");
        any(sql, parameters, query.audiences(), "audiences",
                "f.audiences && (cast(:audiences as text[]) || array['EVERYONE'])");
        any(sql, parameters, query.accessibility(), "accessibility",
                "f.accessibility @> cast(:accessibility as text[])");
        any(sql, parameters, query.languages(), "languages", "f.languages && cast(:languages as text[])");
        List<Long> among = query.among();
        if (among != null) {
            sql.append(" and f.id = any(:among)");
            parameters.put("among", among.toArray(Long[]::new));
        }
        sql.append(") matching");
        if (query.radiusMetres() != null) {
            sql.append(" where distance <= :radius");
            parameters.put("radius", query.radiusMetres());
        }
        boolean nearestFirst = near != null && query.sort() != FacilityQuery.Sort.NAME;
        sql.append(nearestFirst ? " order by distance nulls last, id" : " order by name, id")
                .append(" limit ")
                .append(MOST_CANDIDATES + 1);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> new Candidate(row.getLong("id"), row.getString("category"),
                        row.getString("subdistrict"), row.getString("charge"),
                        List.of((String[]) row.getArray("accessibility").getArray()),
                        row.getObject("distance", Double.class)))
                .list();
    }

    private static void any(StringBuilder sql, Map<String, Object> parameters, List<String> values, String name,
            String condition) {
        if (!values.isEmpty()) {
            sql.append(" and ").append(condition);
            parameters.put(name, values.toArray(String[]::new));
        }
    }

    private List<Candidate> openOnly(List<Candidate> candidates, FacilityQuery query) {
        Map<Long, Facility> loaded = load(candidates);
        var moment = Objects.requireNonNull(query.openAt()).instant();
        return candidates.stream().filter(candidate -> {
            Facility facility = loaded.get(candidate.id());
            return facility != null && facility.details().hours().at(moment, calendar.published()).open();
        }).toList();
    }

    private Map<Long, Facility> load(List<Candidate> candidates) {
        return facilities.list(candidates.stream().map(Candidate::id).toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
    }

    private static FacilityHits.Facets facets(List<Candidate> candidates) {
        return new FacilityHits.Facets(count(candidates.stream().map(Candidate::category)),
                count(candidates.stream().flatMap(candidate -> Stream.ofNullable(candidate.subdistrict()))),
                count(candidates.stream().flatMap(candidate -> Stream.ofNullable(candidate.charge()))),
                count(candidates.stream().flatMap(candidate -> candidate.accessibility().stream())));
    }

    private static Map<String, Long> count(Stream<String> codes) {
        return codes.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FACETS)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }
}
