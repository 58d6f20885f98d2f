package cn.jinlin.search.facility;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Elasticsearch queries as plain maps, ready to be written as JSON. What a user typed is only ever a value in them.
final class Dsl {

    private Dsl() {}

    /// A query of one kind, for example `{"term": {...}}`.
    record Query(Map<String, Object> json) {}

    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static Query query(String kind, Object body) {
        return new Query(object(kind, body));
    }

    static Query all() {
        return query("match_all", object());
    }

    static Query term(String field, Object value) {
        return query("term", object(field, value));
    }

    static Query term(String field, Object value, double boost) {
        return query("term", object(field, object("value", value, "boost", boost)));
    }

    static Query terms(String field, List<?> values) {
        return query("terms", object(field, values));
    }

    static Query prefix(String field, String value) {
        return query("prefix", object(field, value));
    }

    static Query match(String field, List<String> tokens, double boost) {
        return query("match", object(field, object("query", String.join(" ", tokens), "boost", boost)));
    }

    static Query phrase(String field, List<String> tokens, double boost) {
        return query("match_phrase", object(field, object("query", String.join(" ", tokens), "boost", boost)));
    }

    /// A word within one slip of the given one, or two for long words; the first letter is trusted.
    static Query fuzzy(String field, String word, double boost) {
        return query("fuzzy", object(field, object("value", word, "fuzziness", "AUTO:4,8", "prefix_length", 1,
                "max_expansions", 20, "boost", boost)));
    }

    static Query constant(Query filter, double score) {
        return query("constant_score", object("filter", filter.json(), "boost", score));
    }

    static Query best(List<Query> queries, double others) {
        return queries.size() == 1
                ? queries.getFirst()
                : query("dis_max", object("queries", json(queries), "tie_breaker", others));
    }

    static Query atLeast(int minimum, List<Query> queries, double boost) {
        return query("bool", object("should", json(queries), "minimum_should_match", minimum, "boost", boost));
    }

    static Query any(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : atLeast(1, queries, 1);
    }

    static Query every(List<Query> queries, double boost) {
        return query("bool", object("must", json(queries), "boost", boost));
    }

    static Query filtered(List<Query> must, List<Query> should, List<Query> filter, List<Query> mustNot) {
        // Without either, one of the lifts would have to match.
        List<Query> narrowing = must.isEmpty() && filter.isEmpty() ? List.of(all()) : filter;
        return query("bool", object("must", json(must), "should", json(should), "filter", json(narrowing), "must_not",
                json(mustNot), "minimum_should_match", 0));
    }

    static Query nested(String path, Query inner) {
        return query("nested", object("path", path, "query", inner.json(), "score_mode", "none"));
    }

    static List<Query> list(Query... queries) {
        return Arrays.asList(queries);
    }

    private static List<Map<String, Object>> json(List<Query> queries) {
        return queries.stream().map(Query::json).toList();
    }
}
