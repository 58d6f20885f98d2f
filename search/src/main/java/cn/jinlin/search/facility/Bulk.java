package cn.jinlin.search.facility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import cn.jinlin.search.facility.FacilityIndex.Refusal;
import tools.jackson.databind.JsonNode;

/// Sends bulk requests and tells an outage from a refusal.
final class Bulk {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Cluster cluster;

    Bulk(Cluster cluster) {
        this.cluster = cluster;
    }

    /// Writes to aliases only: an index that is gone must not come back by being written to.
    ///
    /// @param optionalIndex an alias that need not be there
    /// @throws IndexUnavailableException when any write was not done for lack of an index, a shard or time
    List<Refusal> send(BulkBody body, boolean visible, String optionalIndex) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1;; attempt++) {
            JsonNode answer = cluster.getSlowly("POST",
                    "/_bulk?require_alias=true&filter_path=errors,items.*.error,items.*.status,items.*._id,items.*._index"
                            + (visible ? "&refresh=true" : ""),
                    body.toBytes());
            try {
                return answer.path("errors").asBoolean(false) ? refusals(answer, optionalIndex) : List.of();
            } catch (TooBusyException e) {
                if (attempt == ATTEMPTS) {
                    throw new IndexUnavailableException("Elasticsearch stays too busy to write", e);
                }
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static List<Refusal> refusals(JsonNode answer, String optionalIndex) {
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode item : answer.path("items")) {
            JsonNode result = item.iterator().next();
            JsonNode error = result.path("error");
            int status = result.path("status").asInt(0);
            boolean missing = error.path("type").asString("").equals("index_not_found_exception");
            boolean needless = missing && result.path("_index").asString("").equals(optionalIndex);
            if (error.isMissingNode() || status == CONFLICT || needless) {
                continue;
            }
            String reason = error.path("type").asString("") + ": " + error.path("reason").asString("");
            if (status == TOO_MANY_REQUESTS) {
                throw new TooBusyException(reason);
            }
            if (missing || status >= 500) {
                throw new IndexUnavailableException("Elasticsearch cannot write now",
                        new IllegalStateException(reason));
            }
            refusals.add(new Refusal(Long.parseLong(result.path("_id").asString("0")), reason));
        }
        return refusals;
    }

    private static final class TooBusyException extends RuntimeException {
        TooBusyException(String reason) {
            super(reason);
        }
    }
}
