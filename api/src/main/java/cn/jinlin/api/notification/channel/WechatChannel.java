package cn.jinlin.api.notification.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.notification.channel.DeliveryFailedException.Outcome;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Subscription messages of the mini-program (订阅消息). Each needs the person's agreement, given there and once only;
/// the platform is the one who knows of it.
@Component
class WechatChannel implements Channel {

    private static final int LONGEST_VALUE = 20;
    private static final int NOT_A_TOKEN = 40001;
    private static final int TOKEN_UNFIT = 40014;
    private static final int TOKEN_EXPIRED = 42001;
    /// The person refuses; no such receiver, template, page or values. Trying again changes none of it.
    private static final Set<Integer> HOPELESS = Set.of(43101, 40003, 40037, 41030, 47003);
    private static final Set<Integer> RENEW = Set.of(NOT_A_TOKEN, TOKEN_UNFIT, TOKEN_EXPIRED);

    private final WechatSettings settings;
    private final WechatApi api;

    WechatChannel(WechatSettings settings, WechatApi api) {
        this.settings = settings;
        this.api = api;
    }

    @Override
    public NotificationChannel name() {
        return NotificationChannel.WECHAT;
    }

    @Override
    public boolean carries(String kind) {
        return settings.appId() != null && settings.templates().containsKey(key(kind));
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public String deliver(Letter letter) throws DeliveryFailedException {
        WechatSettings.Registered template = settings.templates().get(key(letter.kind()));
        if (template == null) {
            throw new DeliveryFailedException("WECHAT_TEMPLATE_NOT_SET_UP", Outcome.HOPELESS);
        }
        if (letter.wechatOpenId() == null) {
            throw new DeliveryFailedException("NO_WECHAT", Outcome.HOPELESS);
        }
        Map<String, Object> body = body(letter, letter.wechatOpenId(), template);
        String token = api.token(null);
        JsonNode answer = send(token, body);
        if (RENEW.contains(answer.path("errcode").asInt(0))) {
            answer = send(api.token(token), body);
        }
        int code = answer.path("errcode").asInt(0);
        if (code != 0) {
            throw new DeliveryFailedException("WECHAT_" + code,
                    HOPELESS.contains(code) ? Outcome.HOPELESS : Outcome.TRY_AGAIN);
        }
        return answer.path("msgid").asString("");
    }

    private JsonNode send(String token, Map<String, Object> body) throws DeliveryFailedException {
        return api.post("/cgi-bin/message/subscribe/send", token, body);
    }

    private static Map<String, Object> body(Letter letter, String openId, WechatSettings.Registered template) {
        Map<String, Object> data = new LinkedHashMap<>();
        template.fields()
                .forEach((place, field) -> data.put(field,
                        Map.of("value", Shortened.to(LONGEST_VALUE, letter.values().getOrDefault(place, "")))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("touser", openId);
        body.put("template_id", template.id());
        if (template.page() != null) {
            body.put("page", template.page());
        }
        body.put("lang", Languages.isEnglish(letter.language()) ? "en_US" : "zh_CN");
        body.put("data", data);
        return body;
    }

    private static String key(String kind) {
        return kind.replace('.', '_');
    }
}
