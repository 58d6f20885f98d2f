package cn.jinlin.api.facility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import cn.jinlin.api.graphql.PageInfo;
import cn.jinlin.api.region.Subdistrict;
import cn.jinlin.search.facility.FacilityHits;
import org.jspecify.annotations.Nullable;

/// A page of a search as the GraphQL type has it.
public record FacilityConnection(List<Edge> edges, PageInfo pageInfo, int totalCount, boolean totalCountIsLowerBound,
        Facets facets,
        boolean degraded) {

    /// @param place where it stands, written out only for who asks
    public record Edge(FacilityCursor place, FacilityNode node, @Nullable Integer distanceMetres,
            List<FacilityHits.Highlight> highlights, OnFoot.@Nullable Walk walk) {

        public String cursor() {
            return place.write();
        }
    }

    public record Facets(List<CategoryCount> categories, List<SubdistrictCount> subdistricts, List<ChargeCount> charges,
            List<AccessibilityCount> accessibility) {}

    public record CategoryCount(FacilityCategory category, int count) {

        public String code() {
            return category.code();
        }
    }

    public record SubdistrictCount(Subdistrict subdistrict, int count) {

        public String code() {
            return subdistrict.code();
        }
    }

    public record ChargeCount(Charge charge, int count) {}

    public record AccessibilityCount(AccessibilityFeature feature, int count) {}

    public List<FacilityNode> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    static FacilityConnection of(FacilityResults results, FacilityNodes nodes, Facets facets, Locale locale) {
        List<Edge> edges = results.found()
                .stream()
                .map(found -> new Edge(found.cursor(), nodes.show(found.facility(), locale),
                        found.distanceMetres(), found.highlights(), found.walk()))
                .toList();
        return new FacilityConnection(edges,
                new PageInfo(results.hasNext(), results.hasPrevious(),
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                (int) results.total(), results.totalIsLowerBound(), facets, results.degraded());
    }

    /// Counts of values that still exist; a code the reference data has dropped meanwhile is left out.
    static <V, C> List<C> counts(Map<String, Long> counted, java.util.function.Function<String, Optional<V>> find,
            BiFunction<V, Integer, C> count) {
        return counted.entrySet()
                .stream()
                .flatMap(entry -> find.apply(entry.getKey())
                        .map(value -> count.apply(value, entry.getValue().intValue()))
                        .stream())
                .toList();
    }
}
