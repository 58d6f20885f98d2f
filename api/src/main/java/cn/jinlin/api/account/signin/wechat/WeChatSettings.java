package cn.jinlin.api.account.signin.wechat;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mini-program whose users may sign in.
///
/// @param appId of the mini-program; without one there is no sign-in by WeChat
/// @param appSecret known to the service alone
/// @param endpoint of WeChat's interface
/// @param timeout of one exchange
/// @param ticketLife how long an unknown identity waits for its phone
@ConfigurationProperties("jinlin.wechat")
record WeChatSettings(
        @Nullable String appId,
        @Nullable String appSecret,
        @DefaultValue("https://api.weixin.qq.com") URI endpoint,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("10m") Duration ticketLife) {

    /// The secret stays out of whatever prints settings.
    @Override
    public String toString() {
        return "WeChatSettings[" + appId + ", " + endpoint + "]";
    }
}
