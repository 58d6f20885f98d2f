package cn.jinlin.api.notification.channel;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import cn.jinlin.api.notification.channel.DeliveryFailedException.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The platform's HTTP interface. Its access token travels in the address, so addresses are never logged or thrown.
@Component
class WechatApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// A token about to expire is not used any more.
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final WechatSettings settings;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private @Nullable Token token;

    WechatApi(WechatSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    private record Token(String value, Instant usableUntil) {}

    /// Asks for something in the mini-program's name.
    ///
    /// @return the answer, whatever its `errcode`
    JsonNode post(String path, String accessToken, Object body) throws DeliveryFailedException {
        return exchange(path + "?access_token=" + URLEncoder.encode(accessToken, StandardCharsets.UTF_8), body);
    }

    /// The token, the same on all nodes: the platform's stable token does not change because another node asks for it.
    ///
    /// @param refused a token that was not accepted, to get another; null for any
    synchronized String token(@Nullable String refused) throws DeliveryFailedException {
        Token known = token;
        if (known != null && !known.value().equals(refused) && Instant.now().isBefore(known.usableUntil())) {
            return known.value();
        }
        JsonNode answer = exchange("/cgi-bin/stable_token",
                Map.of("grant_type", "client_credential", "appid", String.valueOf(settings.appId()), "secret",
                        String.valueOf(settings.secret()), "force_refresh", refused != null));
        String fresh = answer.path("access_token").asString("");
        if (fresh.isEmpty()) {
            throw new DeliveryFailedException("WECHAT_NO_TOKEN_" + answer.path("errcode").asInt(0), Outcome.TRY_AGAIN);
        }
        Duration life = Duration.ofSeconds(answer.path("expires_in").asInt(0)).minus(MARGIN);
        token = new Token(fresh, Instant.now().plus(life));
        return fresh;
    }

    private JsonNode exchange(String path, Object body) throws DeliveryFailedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.server() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new DeliveryFailedException("WECHAT_HTTP_" + response.statusCode(), Outcome.UNKNOWN);
            }
            return json.readTree(response.body());
        } catch (ConnectException | HttpConnectTimeoutException away) {
            throw new DeliveryFailedException("WECHAT_AWAY", Outcome.TRY_AGAIN);
        } catch (IOException | JacksonException lost) {
            throw new DeliveryFailedException("WECHAT_NO_ANSWER", Outcome.UNKNOWN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("INTERRUPTED", Outcome.UNKNOWN);
        }
    }
}
