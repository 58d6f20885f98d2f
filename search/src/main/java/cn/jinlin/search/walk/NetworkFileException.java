package cn.jinlin.search.walk;

import java.io.IOException;

/// A file that is not a whole walking network of a version that can be read.
public final class NetworkFileException extends IOException {

    public NetworkFileException(String message) {
        super(message);
    }

    public NetworkFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
