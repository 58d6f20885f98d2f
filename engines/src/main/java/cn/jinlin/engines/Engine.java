package cn.jinlin.engines;

/// One real engine as a child of this JVM. It may be stopped or killed and started again on the same port and store.
public sealed interface Engine extends AutoCloseable permits PostgresEngine, RedisEngine, ElasticsearchEngine {
    EngineName name();

    /// Starts the engine and returns once it answers. Does nothing to one that runs already.
    ///
    /// @throws EngineException when it does not come up, with the end of its log
    void start();

    boolean isRunning();

    /// The loopback port that the engine answers on.
    ///
    /// @throws IllegalStateException before the first start
    int port();

    /// Ends the engine with SIGKILL, as a crash would: nothing is flushed, nothing is said goodbye to.
    void kill();

    /// Stops the engine cleanly; its store stays.
    @Override
    void close();
}
