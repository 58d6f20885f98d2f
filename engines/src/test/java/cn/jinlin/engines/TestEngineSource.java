package cn.jinlin.engines;

/// Starts engines for tests; each method is called at most once.
interface TestEngineSource extends AutoCloseable {
    TestPostgres startPostgres();

    TestRedis startRedis();

    TestElasticsearch startElasticsearch();

    @Override
    void close();
}
