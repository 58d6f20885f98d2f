package cn.jinlin.engines;

/// Lets a test cut an engine off and bring it back, on the same port and with the same store.
public interface Power {
    /// Ends the engine as a crash would.
    void kill();

    /// Returns once the engine answers again.
    void start();
}
