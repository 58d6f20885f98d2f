package cn.jinlin.api.notification.channel;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mini-program that sends subscription messages.
///
/// @param server where its interface is
/// @param appId of the mini-program; without one nothing is sent
/// @param templates by our kind, with `.` written as `_`: what is registered at the platform for it
@ConfigurationProperties("jinlin.notification.wechat")
record WechatSettings(@DefaultValue("https://api.weixin.qq.com") URI server, @Nullable String appId,
        @Nullable String secret, @DefaultValue Map<String, Registered> templates) {

    /// @param id of the template
    /// @param fields of it, by our places: `device: thing1`
    /// @param page of the mini-program that opens; none by default
    record Registered(String id, Map<String, String> fields, @Nullable String page) {}

    /// Tells no secret.
    @Override
    public String toString() {
        return "WechatSettings[" + server + ", " + appId + "]";
    }
}
