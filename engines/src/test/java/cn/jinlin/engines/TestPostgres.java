package cn.jinlin.engines;

/// A PostgreSQL that answers, with an empty database and its owner.
public record TestPostgres(String jdbcUrl, String user, String password, Power power) {}
