package cn.jinlin.api.security;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks HTTP with one node and keeps its cookies, all of them, whatever their path.
class Browser {

    static final String PORTAL = "X-Jinlin-Portal";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String address;

    Browser(String address) {
        this.address = address;
        headers.put("Accept-Language", "en");
        headers.put("User-Agent",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36");
    }

    /// @param setCookies the headers, joined by line breaks
    record Answer(int status, String body, String setCookies) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    Browser at(String other) {
        address = other;
        return this;
    }

    Browser with(String header, @Nullable String value) {
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    Browser asPortal() {
        return with(PORTAL, "1");
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Answer signIn(String client, String name) {
        return token(Map.of("grant_type", NamedGrant.TYPE, "client_id", client, "name", name));
    }

    Answer renew(String client, Map<String, String> more) {
        var form = new LinkedHashMap<String, String>(more);
        form.put("grant_type", "refresh_token");
        form.put("client_id", client);
        return token(form);
    }

    Answer token(Map<String, String> form) {
        return post("/oauth2/token", "application/x-www-form-urlencoded", encode(form));
    }

    Answer graphql(String document) {
        return post("/graphql", "application/json", JSON.writeValueAsString(Map.of("query", document)));
    }

    Answer post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    static String encode(Map<String, String> form) {
        return form.entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet()
                    .stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.body(),
                    String.join("\n", response.headers().allValues("set-cookie")));
        } catch (IOException failed) {
            throw new AssertionError("The service does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
