package cn.jinlin.search.facility;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.message.BasicHeader;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import tools.jackson.databind.JsonNode;

/// Speaks HTTP with Elasticsearch.
final class Cluster implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 8_000;
    private static final int SLOW_ANSWER_MILLIS = 120_000;
    private static final int CONNECTIONS = 128;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final RequestOptions SLOW = RequestOptions.DEFAULT.toBuilder()
            .setRequestConfig(config(SLOW_ANSWER_MILLIS))
            .build();
    private static final RequestOptions QUICK = RequestOptions.DEFAULT.toBuilder()
            .setRequestConfig(config(CONNECT_MILLIS))
            .build();

    private final RestClient client;
    private final Availability availability;

    Cluster(List<URI> nodes, String probedPath) {
        HttpHost[] hosts = nodes.stream()
                .map(node -> new HttpHost(node.getHost(), node.getPort(), node.getScheme()))
                .toArray(HttpHost[]::new);
        client = RestClient.builder(hosts)
                .setDefaultHeaders(credentials(nodes))
                .setRequestConfigCallback(ignored -> RequestConfig.copy(config(ANSWER_MILLIS)))
                // Credentials travel as a header: a cache of them would be copied by serialisation with every request.
                .setHttpClientConfigCallback(http -> http.setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .disableAuthCaching()
                        .disableCookieManagement())
                .build();
        availability = new Availability(() -> answers(probedPath));
    }

    /// @return the answer, or empty where Elasticsearch knows no such thing (404)
    /// @throws IndexUnavailableException when there is no answer, or Elasticsearch is not able to serve now
    Optional<JsonNode> find(String method, String path, byte... body) {
        return call(request(method, path, body));
    }

    /// The same, for what must be there.
    ///
    /// @throws IndexUnavailableException also when there is no such index
    JsonNode get(String method, String path, byte... body) {
        return find(method, path, body).orElseThrow(() -> missing(path));
    }

    /// The same, for what may take up to two minutes.
    JsonNode getSlowly(String method, String path, byte... body) {
        Request request = request(method, path, body);
        request.setOptions(SLOW);
        return call(request).orElseThrow(() -> missing(path));
    }

    boolean isAway() {
        return availability.isAway();
    }

    void later(Duration delay, Runnable task) {
        availability.later(delay, task);
    }

    @Override
    public void close() {
        availability.close();
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot close the connection to Elasticsearch", e);
        }
    }

    private Optional<JsonNode> call(Request request) {
        availability.check();
        try {
            Response response = client.performRequest(request);
            return Optional.of(Json.read(response.getEntity().getContent()));
        } catch (ResponseException e) {
            return refused(e);
        } catch (IOException e) {
            throw availability.lost(e);
        }
    }

    private Optional<JsonNode> refused(ResponseException e) {
        int status = e.getResponse().getStatusLine().getStatusCode();
        if (status == 404) {
            return Optional.empty();
        }
        if (status == TOO_MANY_REQUESTS) {
            throw new IndexUnavailableException("Elasticsearch is too busy", e);
        }
        if (status >= 500) {
            throw availability.lost(e);
        }
        throw new ElasticsearchRefusedException(status, e);
    }

    private boolean answers(String path) {
        Request request = new Request("GET", path);
        request.setOptions(QUICK);
        try {
            client.performRequest(request);
            return true;
        } catch (ResponseException e) {
            return e.getResponse().getStatusLine().getStatusCode() == 404;
        } catch (IOException e) {
            return false;
        }
    }

    private static IndexUnavailableException missing(String path) {
        return new IndexUnavailableException("Elasticsearch has no " + path,
                new IllegalStateException("The index is not there"));
    }

    private static Request request(String method, String path, byte... body) {
        Request request = new Request(method, path);
        if (body.length > 0) {
            request.setEntity(new NByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return request;
    }

    private static RequestConfig config(int answerMillis) {
        return RequestConfig.custom()
                .setConnectTimeout(CONNECT_MILLIS)
                .setConnectionRequestTimeout(CONNECT_MILLIS)
                .setSocketTimeout(answerMillis)
                .build();
    }

    private static Header[] credentials(List<URI> nodes) {
        return nodes.stream()
                .map(URI::getUserInfo)
                .filter(user -> user != null)
                .limit(1)
                .map(user -> new BasicHeader("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))))
                .toArray(Header[]::new);
    }
}
