package cn.jinlin.search.walk.osm;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What OpenStreetMap says of one node, way or relation.
record Tags(Map<String, String> values) {

    static final Tags NONE = new Tags(Map.of());

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    boolean is(String key, String value) {
        return value.equals(values.get(key));
    }

    boolean is(String key, Set<String> any) {
        var value = values.get(key);
        return value != null && any.contains(value);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }
}
