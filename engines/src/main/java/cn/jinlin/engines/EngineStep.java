package cn.jinlin.engines;

/// What an engine is doing, told to an [EngineListener] as it happens.
public enum EngineStep {
    UNPACKING, CREATING_STORE, STARTING, READY, STOPPING, STOPPED
}
