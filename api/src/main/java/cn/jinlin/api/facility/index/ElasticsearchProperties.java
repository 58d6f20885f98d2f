package cn.jinlin.api.facility.index;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Elasticsearch is.
///
/// @param uris one or more nodes; a user and password may be part of the first
/// @param prefix of every index name, so that several installations may share a cluster
@ConfigurationProperties("jinlin.elasticsearch")
record ElasticsearchProperties(@DefaultValue("http://localhost:9200") List<URI> uris,
        @DefaultValue("jinlin") String prefix) {}
