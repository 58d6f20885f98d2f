package cn.jinlin.api.notification.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.notification.channel.DeliveryFailedException.Outcome;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The channel in front of a stand-in for the platform, which answers as its documentation says.
class WechatChannelTest {

    private static final Letter LETTER = new Letter(UUID.randomUUID(), "account.new_device", Locale.ENGLISH, "t", "x",
            Map.of("device", "A browser whose name is far too long for it", "signedInAt", "29 September 2026, 10:05"),
            null, null, null, "openid-1");

    private final HttpServer platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            0);
    private final Deque<Integer> errors = new ArrayDeque<>();
    private final List<JsonNode> sent = new ArrayList<>();
    private final List<JsonNode> tokenRequests = new ArrayList<>();
    private final WechatChannel channel;

    WechatChannelTest() throws IOException {
        platform.createContext("/cgi-bin/stable_token", exchange -> {
            tokenRequests.add(read(exchange));
            answer(exchange, "{\"access_token\":\"token-" + tokenRequests.size() + "\",\"expires_in\":7200}");
        });
        platform.createContext("/cgi-bin/message/subscribe/send", exchange -> {
            JsonNode message = read(exchange);
            int error = errors.isEmpty() ? 0 : errors.removeFirst();
            if (exchange.getRequestURI().getQuery().equals("access_token=token-" + tokenRequests.size())
                    && error == 0) {
                sent.add(message);
                answer(exchange, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":4711}");
            } else {
                answer(exchange, "{\"errcode\":" + error + ",\"errmsg\":\"as documented\"}");
            }
        });
        platform.start();
        var settings = new WechatSettings(URI.create("http://127.0.0.1:" + platform.getAddress().getPort()), "app",
                "secret",
                Map.of("account_new_device", new WechatSettings.Registered("template-1",
                        Map.of("device", "thing1", "signedInAt", "time2"), "pages/me/sessions")));
        channel = new WechatChannel(settings, new WechatApi(settings, JsonMapper.shared()));
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    @Test
    void aMessageGoesOutInTheFieldsOfTheRegisteredTemplate() throws DeliveryFailedException {
        assertThat(channel.deliver(LETTER)).isEqualTo("4711");
        JsonNode message = sent.getFirst();
        assertThat(message.at("/touser").asString()).isEqualTo("openid-1");
        assertThat(message.at("/template_id").asString()).isEqualTo("template-1");
        assertThat(message.at("/page").asString()).isEqualTo("pages/me/sessions");
        assertThat(message.at("/lang").asString()).isEqualTo("en_US");
        assertThat(message.at("/data/thing1/value").asString()).isEqualTo("A browser whose nam…").hasSize(20);
    }

    @Test
    void theTokenIsAskedForOnce() throws DeliveryFailedException {
        channel.deliver(LETTER);
        channel.deliver(LETTER);
        assertThat(tokenRequests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"40001", "40014", "42001"})
    void anExpiredTokenIsRenewedAndTheMessageSentOnce(int error) throws DeliveryFailedException {
        errors.add(error);
        channel.deliver(LETTER);
        assertThat(sent).hasSize(1);
        assertThat(tokenRequests).extracting(request -> request.at("/force_refresh").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void aTokenThatIsRefusedTwiceWaits() {
        errors.addAll(List.of(42001, 42001));
        assertFails("WECHAT_42001", Outcome.TRY_AGAIN);
    }

    @ParameterizedTest
    @CsvSource({"43101, HOPELESS", "40003, HOPELESS", "41030, HOPELESS", "40037, HOPELESS", "47003, HOPELESS",
        "-1, TRY_AGAIN", "45009, TRY_AGAIN"})
    void aRefusalIsForGoodWhereTryingAgainChangesNothing(int error, Outcome outcome) {
        errors.add(error);
        assertFails("WECHAT_" + error, outcome);
        assertThat(sent).isEmpty();
    }

    @Test
    void aPlatformThatDoesNotAnswerIsTriedAgain() {
        platform.stop(0);
        assertFails("WECHAT_AWAY", Outcome.TRY_AGAIN);
    }

    @Test
    void whoeverHasNotBoundAMiniProgramIsNotReachedThere() {
        var nobody = new Letter(LETTER.id(), LETTER.kind(), LETTER.language(), "t", "x", LETTER.values(), null, null,
                null, null);
        assertThatExceptionOfType(DeliveryFailedException.class).isThrownBy(() -> channel.deliver(nobody))
                .matches(failed -> failed.reason().equals("NO_WECHAT") && failed.outcome() == Outcome.HOPELESS);
        assertThat(channel.carries("family.ended")).isFalse();
    }

    private void assertFails(String reason, Outcome outcome) {
        assertThatExceptionOfType(DeliveryFailedException.class).isThrownBy(() -> channel.deliver(LETTER))
                .matches(failed -> failed.reason().equals(reason) && failed.outcome() == outcome);
    }

    private static JsonNode read(HttpExchange exchange) throws IOException {
        return JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
