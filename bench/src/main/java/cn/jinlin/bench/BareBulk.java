package cn.jinlin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import cn.jinlin.search.facility.FacilitySearchBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The baseline of indexing: the very documents the product made, read back and sent again with nothing but `_bulk`.
final class BareBulk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 1000;
    private static final int IN_FLIGHT = 2;
    private static final String INDEX = "bare-bulk";

    private final String elasticsearch;
    private final Path folder;

    BareBulk(String elasticsearch, Path folder) {
        this.elasticsearch = elasticsearch;
        this.folder = folder;
    }

    /// @return documents a second, the last refresh included
    double measure() throws IOException, InterruptedException {
        long documents = save();
        send("PUT", "/" + INDEX, FacilitySearchBody.index(true));
        long start = System.nanoTime();
        replay();
        send("POST", "/" + INDEX + "/_refresh", new byte[0]);
        double seconds = (System.nanoTime() - start) / 1e9;
        send("DELETE", "/" + INDEX, new byte[0]);
        return documents / seconds;
    }

    /// Writes one file a request, so that nothing but sending is measured.
    private long save() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        long count = 0;
        long after = 0;
        for (int file = 0;; file++) {
            JsonNode hits = JSON.readTree(send("POST", "/" + FacilitySearchBody.alias("jinlin") + "/_search",
                    JSON.writeValueAsBytes(Map.of("size", PAGE, "sort", List.of(Map.of("id", "asc")), "search_after",
                            List.of(after)))))
                    .at("/hits/hits");
            if (hits.isEmpty()) {
                return count;
            }
            var body = new ByteArrayOutputStream();
            for (JsonNode hit : hits) {
                body.write(
                        ("{\"index\":{\"_index\":\"" + INDEX + "\",\"_id\":\"" + hit.get("_id").asString() + "\"}}\n")
                                .getBytes(StandardCharsets.UTF_8));
                body.write(JSON.writeValueAsBytes(hit.get("_source")));
                body.write('\n');
            }
            Files.write(folder.resolve(String.format(java.util.Locale.ROOT, "%06d.ndjson", file)), body.toByteArray());
            count += hits.size();
            after = hits.get(hits.size() - 1).at("/sort/0").asLong();
        }
    }

    private void replay() throws IOException, InterruptedException {
        var free = new Semaphore(IN_FLIGHT);
        var sent = new ArrayList<Future<?>>();
        try (ExecutorService senders = Executors.newFixedThreadPool(IN_FLIGHT);
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                byte[] body = Files.readAllBytes(file);
                free.acquire();
                sent.add(senders.submit(() -> {
                    try {
                        Exchange.post(elasticsearch + "/_bulk", body, "application/x-ndjson").send();
                    } finally {
                        free.release();
                    }
                }));
                Files.delete(file);
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A bulk request failed", failed.getCause());
        }
    }

    private byte[] send(String method, String path, byte[] body) throws IOException, InterruptedException {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(elasticsearch + path))
                .header("Content-Type", "application/json")
                .timeout(java.time.Duration.ofMinutes(10))
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var response = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        }
    }
}
