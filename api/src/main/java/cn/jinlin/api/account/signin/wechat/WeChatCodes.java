package cn.jinlin.api.account.signin.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

import cn.jinlin.api.account.signin.wechat.WeChatRefusedException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Asks WeChat whose code a mini-program's `wx.login` gave: its interface `GET /sns/jscode2session`.
///
/// The session key in the answer is not read. The address asked holds the secret and the code: neither it nor an exception
/// that may quote it is logged.
@Component
class WeChatCodes {

    private static final Logger log = LoggerFactory.getLogger(WeChatCodes.class);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final int LONGEST_ID = 128;
    private static final long LONGEST_ANSWER = 16 * 1024;
    private static final int BUSY = -1;

    private final WeChatSettings settings;
    private final JsonMapper json;
    private final HttpClient http;

    WeChatCodes(WeChatSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    WeChatIdentity exchange(String code) throws WeChatRefusedException {
        String appId = settings.appId();
        String secret = settings.appSecret();
        if (appId == null || appId.isBlank() || secret == null) {
            throw new WeChatRefusedException(Reason.WECHAT_UNAVAILABLE);
        }
        if (!CODE.matcher(code).matches()) {
            throw new WeChatRefusedException(Reason.WECHAT_CODE_INVALID);
        }
        URI address = settings.endpoint()
                .resolve("/sns/jscode2session?appid=" + encode(appId) + "&secret=" + encode(secret) + "&js_code="
                        + encode(code) + "&grant_type=authorization_code");
        JsonNode answer = ask(address);
        if (answer.path("errcode").asInt(0) == BUSY) {
            // WeChat asks for that: it was busy and has not looked at the code.
            answer = ask(address);
        }
        return read(appId, answer);
    }

    private JsonNode ask(URI address) throws WeChatRefusedException {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(address).timeout(settings.timeout()).GET().build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(UTF_8), LONGEST_ANSWER));
            if (response.statusCode() != 200) {
                throw unavailable("status " + response.statusCode());
            }
            return json.readTree(response.body());
        } catch (IOException away) {
            throw unavailable(away.getClass().getSimpleName());
        } catch (JacksonException malformed) {
            throw unavailable("an answer that is no JSON");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable("stopped");
        }
    }

    private static WeChatIdentity read(String appId, JsonNode answer) throws WeChatRefusedException {
        int error = answer.path("errcode").asInt(0);
        switch (error) {
            case 0 -> {
            }
            case BUSY -> throw new WeChatRefusedException(Reason.WECHAT_BUSY);
            case 40029 -> throw new WeChatRefusedException(Reason.WECHAT_CODE_INVALID);
            case 40226 -> throw new WeChatRefusedException(Reason.WECHAT_BLOCKED);
            case 45011 -> throw new WeChatRefusedException(Reason.WECHAT_TOO_OFTEN);
            default -> throw unavailable("error " + error);
        }
        String openId = answer.path("openid").asString("");
        String unionId = answer.path("unionid").asString("");
        if (openId.isBlank() || openId.length() > LONGEST_ID || unionId.length() > LONGEST_ID) {
            throw unavailable("an answer without an identity");
        }
        return new WeChatIdentity(appId, openId, unionId.isBlank() ? null : unionId);
    }

    private static WeChatRefusedException unavailable(String reason) {
        log.warn("WeChat cannot tell whose code it is: {}", reason);
        return new WeChatRefusedException(Reason.WECHAT_UNAVAILABLE);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
