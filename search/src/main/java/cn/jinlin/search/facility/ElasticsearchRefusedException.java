package cn.jinlin.search.facility;

/// Elasticsearch understood a request and refused it: a defect of ours or of its set-up, not an outage.
final class ElasticsearchRefusedException extends RuntimeException {

    private final int status;

    ElasticsearchRefusedException(int status, Throwable cause) {
        super("Elasticsearch refused: " + cause.getMessage(), cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
