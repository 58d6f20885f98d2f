package cn.jinlin.engines;

/// Hears each step of each engine; the engines start in parallel, so calls come from several threads.
@FunctionalInterface
public interface EngineListener {
    /// For callers who have nobody to tell.
    EngineListener SILENT = (engine, step) -> {};

    void reached(EngineName engine, EngineStep step);
}
