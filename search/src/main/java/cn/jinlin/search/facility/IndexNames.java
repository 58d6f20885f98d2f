package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/// The indexes behind the alias. Searches and writes know only the alias; a rebuild writes to a second one beside it.
final class IndexNames {

    private final Cluster cluster;
    private final String alias;

    IndexNames(Cluster cluster, String alias) {
        this.cluster = cluster;
        this.alias = alias;
    }

    String alias() {
        return alias;
    }

    /// The alias of an index in the making; missing when there is none.
    String next() {
        return alias + "-next";
    }

    /// What the very first index is called, the same on every node, so that two nodes starting at once make one.
    String first() {
        return alias + "-initial";
    }

    String fresh() {
        return alias + "-" + System.currentTimeMillis() + "-" + Long.toHexString(System.nanoTime());
    }

    boolean isThere(String aliasName) {
        return !listBehind(aliasName).isEmpty();
    }

    /// Indexes that an alias points at; usually one or none.
    List<String> listBehind(String aliasName) {
        return cluster.find("GET", "/_alias/" + aliasName).map(IndexNames::names).orElse(List.of());
    }

    /// Indexes of ours that nothing points at: left by a rebuild that was cut off, or just replaced.
    List<String> listForgotten() {
        JsonNode all = cluster.get("GET", "/" + alias + "-*/_alias");
        return names(all).stream().filter(index -> all.path(index).path("aliases").isEmpty()).toList();
    }

    void create(String index, String aliasName, boolean filling) {
        Map<String, Object> body = Layout.index(filling);
        body.put("aliases", Dsl.object(aliasName, Dsl.object()));
        cluster.getSlowly("PUT", "/" + index, Json.bytes(body));
    }

    void drop(String index) {
        cluster.find("DELETE", "/" + index);
    }

    private static List<String> names(JsonNode indexes) {
        List<String> names = new ArrayList<>(indexes.propertyNames());
        names.sort(null);
        return names;
    }
}
