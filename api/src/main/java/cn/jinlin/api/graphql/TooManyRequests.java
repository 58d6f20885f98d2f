package cn.jinlin.api.graphql;

/// The caller asks too often, or for too much at a time. Reaches the client as an error with code TOO_MANY_REQUESTS and
/// the seconds to wait; over HTTP also as `Retry-After` and, when nothing was answered, status 429.
public class TooManyRequests extends RuntimeException {

    /// The code of the error, and the key of its message.
    public static final String CODE = "TOO_MANY_REQUESTS";
    /// The error's extension with the seconds to wait.
    public static final String SECONDS = "retryAfterSeconds";

    private final long secondsToWait;

    /// @param secondsToWait from 1
    public TooManyRequests(long secondsToWait) {
        super("Too many requests; wait " + secondsToWait + " s");
        this.secondsToWait = secondsToWait;
    }

    /// From 1.
    public long secondsToWait() {
        return secondsToWait;
    }
}
