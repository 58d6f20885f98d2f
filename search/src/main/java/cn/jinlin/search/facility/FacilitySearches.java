package cn.jinlin.search.facility;

import java.net.URI;
import java.util.List;

/// Opens the facility index of an Elasticsearch cluster (8.19 or 9). Thread-safe; keep one and close it at the end.
public final class FacilitySearches implements AutoCloseable {

    private final Cluster cluster;
    private final FacilitySearch search;
    private final FacilityIndex index;

    private FacilitySearches(Cluster cluster, String alias) {
        this.cluster = cluster;
        this.search = new ElasticsearchFacilitySearch(cluster, alias);
        this.index = new ElasticsearchFacilityIndex(cluster, alias);
    }

    /// Connects lazily: an Elasticsearch that is away makes the first call fail, not this one.
    ///
    /// @param nodes one or more, for example `http://localhost:9200`; a user and password may be part of the first
    /// @param indexPrefix lower case; keeps the indexes of several installations in one cluster apart
    public static FacilitySearches connect(List<URI> nodes, String indexPrefix) {
        String alias = FacilitySearchBody.alias(indexPrefix);
        return new FacilitySearches(new Cluster(nodes, "/" + alias + "/_search?size=0&terminate_after=1"), alias);
    }

    public FacilitySearch search() {
        return search;
    }

    public FacilityIndex index() {
        return index;
    }

    /// False while Elasticsearch is known to be away; it is asked again in the background until it is back.
    public boolean isAvailable() {
        return !cluster.isAway();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
