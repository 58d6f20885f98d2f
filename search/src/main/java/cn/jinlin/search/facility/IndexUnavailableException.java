package cn.jinlin.search.facility;

/// Elasticsearch cannot be reached or does not answer in time; the caller may answer from the record instead.
public class IndexUnavailableException extends RuntimeException {

    public IndexUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
