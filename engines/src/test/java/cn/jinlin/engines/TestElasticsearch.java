package cn.jinlin.engines;

/// An Elasticsearch that answers.
public record TestElasticsearch(String url, Power power) {}
