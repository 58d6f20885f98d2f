package cn.jinlin.engines;

/// An engine could not be started, or its files could not be prepared; the message says what the engine itself said.
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineException(String message) {
        super(message);
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
