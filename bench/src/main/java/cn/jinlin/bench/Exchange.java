package cn.jinlin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// One HTTP request, sent again and again to this machine.
///
/// Product and baseline are asked by the same client, so its own cost dilutes both alike.
final class Exchange {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpRequest request;

    private Exchange(HttpRequest request) {
        this.request = request;
    }

    static Exchange post(String address, byte[] body, String type) {
        URI uri = URI.create(address);
        if (!"localhost".equals(uri.getHost()) && !"127.0.0.1".equals(uri.getHost())) {
            throw new IllegalArgumentException("Load is for this machine only, not " + uri.getHost());
        }
        return new Exchange(HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .header("Accept-Language", "zh-CN")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /// The same request with one more header.
    Exchange with(String header, String value) {
        return new Exchange(HttpRequest.newBuilder(request, (_, _) -> true).header(header, value).build());
    }

    /// Sends and reads the whole answer.
    ///
    /// @throws IllegalStateException when the answer is no success: a benchmark of failures measures nothing
    byte[] send() {
        try {
            HttpResponse<InputStream> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] answer = body.readAllBytes();
                if (response.statusCode() != 200) {
                    throw new IllegalStateException("%s answered %d: %s".formatted(request.uri(), response.statusCode(),
                            new String(answer, java.nio.charset.StandardCharsets.UTF_8)));
                }
                return answer;
            }
        } catch (IOException failed) {
            throw new IllegalStateException("No answer from " + request.uri(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stopped);
        }
    }
}
