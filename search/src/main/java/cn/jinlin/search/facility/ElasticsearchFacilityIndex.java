package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import static cn.jinlin.search.facility.Dsl.object;

final class ElasticsearchFacilityIndex implements FacilityIndex {

    private static final int MOST_BYTES = 4 << 20;

    private final Cluster cluster;
    private final IndexNames names;
    private final Bulk bulk;

    ElasticsearchFacilityIndex(Cluster cluster, String alias) {
        this.cluster = cluster;
        this.names = new IndexNames(cluster, alias);
        this.bulk = new Bulk(cluster);
    }

    @Override
    public void ensureExists() {
        if (names.isThere(names.alias())) {
            names.listForgotten().forEach(names::drop);
            return;
        }
        try {
            names.create(names.first(), names.alias(), false);
        } catch (ElasticsearchRefusedException e) {
            // Another node made it between our look and our try.
            if (!names.isThere(names.alias())) {
                throw e;
            }
        }
    }

    @Override
    public List<Refusal> apply(Collection<Change> changes, boolean visible) {
        // Looked for before the write: a rebuild that starts later reads the record later than this change.
        boolean rebuilding = names.isThere(names.next());
        List<Refusal> refusals = new ArrayList<>();
        BulkBody body = new BulkBody();
        for (Change change : changes) {
            write(change, names.alias(), body);
            if (rebuilding) {
                write(change, names.next(), body);
            }
            if (body.size() > MOST_BYTES) {
                refusals.addAll(bulk.send(body, visible, names.next()));
                body = new BulkBody();
            }
        }
        if (body.size() > 0) {
            refusals.addAll(bulk.send(body, visible, names.next()));
        }
        return refusals.stream().distinct().toList();
    }

    @Override
    public Rebuild startRebuild() {
        return IndexRebuild.start(cluster, names);
    }

    @Override
    public List<Entry> listEntries(long afterId, int size) {
        Map<String, Object> body = object("size", size, "version", true, "_source", false, "track_total_hits", false,
                "query", object("range", object(Layout.ID, object("gt", afterId))), "sort",
                List.of(object(Layout.ID, "asc")));
        JsonNode answer = cluster.get("POST", "/" + names.alias() + "/_search", Json.bytes(body));
        return answer.path("hits")
                .path("hits")
                .valueStream()
                .map(
                        hit -> new Entry(Long.parseLong(hit.path("_id").asString("")), hit.path("_version").asLong()))
                .toList();
    }

    private static void write(Change change, String index, BulkBody body) {
        switch (change) {
            case Change.Put put -> body.put(index, put.document());
            case Change.Remove remove -> body.remove(index, remove.id(), remove.version());
        }
    }
}
