package cn.jinlin.engines;

/// A Redis that answers.
public record TestRedis(String host, int port, Power power) {}
