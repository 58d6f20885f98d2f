package cn.jinlin.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchEngineTest {
    @TempDir
    Path data;

    @Test
    void comes_back_on_the_same_port_after_a_crash_with_the_documents_it_acknowledged()
            throws IOException, InterruptedException {
        try (ElasticsearchEngine elasticsearch = new ElasticsearchEngine(TestSettings.in(data),
                EngineListener.SILENT)) {
            elasticsearch.start();
            String url = elasticsearch.url();
            send(HttpRequest.newBuilder(URI.create(url + "/places/_doc/1"))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"name\":\"图书馆\"}")));
            elasticsearch.kill();

            elasticsearch.start();

            assertThat(elasticsearch.url()).isEqualTo(url);
            assertThat(send(HttpRequest.newBuilder(URI.create(url + "/places/_doc/1")))).contains("图书馆");
        }
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }
}
