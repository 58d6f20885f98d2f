package cn.jinlin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.index.FacilityDocuments;
import cn.jinlin.search.facility.FacilitySearchBody;

/// The baseline of indexing: the very documents the product makes, ready as request bodies, sent with nothing but `_bulk`.
final class BareBulk {

    private static final int PAGE = 500;
    private static final int IN_FLIGHT = 2;
    private static final String INDEX = "bare-bulk";

    private final String elasticsearch;
    private final Path folder;
    private final Facilities facilities;
    private final FacilityDocuments documents;

    BareBulk(String elasticsearch, Path folder, Facilities facilities, FacilityDocuments documents) {
        this.elasticsearch = elasticsearch;
        this.folder = folder;
        this.facilities = facilities;
        this.documents = documents;
    }

    /// @return documents a second, the making of the index and the last refresh included, as they are for the product
    double measure() throws IOException, InterruptedException {
        long documents = save();
        long start = System.nanoTime();
        send("PUT", "/" + INDEX, FacilitySearchBody.index(true));
        replay();
        send("POST", "/" + INDEX + "/_refresh", new byte[0]);
        double seconds = (System.nanoTime() - start) / 1e9;
        send("DELETE", "/" + INDEX, new byte[0]);
        return documents / seconds;
    }

    /// Writes one file a request, so that nothing but sending is measured. The documents are made, not read back: the index
    /// keeps only what it shows of them.
    private long save() throws IOException {
        Files.createDirectories(folder);
        long count = 0;
        long last = 0;
        int file = 0;
        for (List<Facility> page = facilities.listInService(0, PAGE); !page.isEmpty(); page = facilities
                .listInService(last, PAGE)) {
            Path body = folder.resolve(String.format(Locale.ROOT, "%06d.ndjson", file++));
            Files.write(body, FacilitySearchBody.bulk(INDEX, page.stream().map(documents::of).toList()));
            count += page.size();
            last = page.getLast().id();
        }
        return count;
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
