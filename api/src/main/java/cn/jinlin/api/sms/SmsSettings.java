package cn.jinlin.api.sms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who carries short messages.
///
/// @param provider none by default: an installation says who sends before it sends
@ConfigurationProperties("jinlin.sms")
record SmsSettings(@DefaultValue("none") Provider provider, @DefaultValue Inbox inbox, @DefaultValue Aliyun aliyun) {

    /// The choices.
    enum Provider {
        /// Every message is refused.
        NONE,
        /// Messages are written into a file on this machine: for trying the product out.
        INBOX,
        /// Alibaba Cloud's Short Message Service.
        ALIYUN
    }

    /// @param folder that gets `messages.jsonl`, readable by the service's own user alone
    /// @param console whether each message is shown on standard output as well
    record Inbox(@DefaultValue("data/sms") Path folder, @DefaultValue("false") boolean console) {}

    /// @param endpoint host of the service, with a port where it is not the usual one
    /// @param protocol `https`; `http` for a stand-in on this machine
    /// @param signName the approved signature (签名) that opens each message
    /// @param templates approved template codes by our own names, `sign-in-code`; with `-en` behind it the one for those
    ///        who read English, where there is one; hyphens and capitals make no difference
    /// @param timeout of connecting and of waiting for the answer, each
    record Aliyun(
            @DefaultValue("dysmsapi.aliyuncs.com") String endpoint,
            @DefaultValue("https") String protocol,
            @Nullable String accessKeyId,
            @Nullable String accessKeySecret,
            @Nullable String signName,
            @DefaultValue Map<String, String> templates,
            @DefaultValue("5s") Duration timeout) {

        /// The key stays out of whatever prints settings.
        @Override
        public String toString() {
            return "Aliyun[" + endpoint + "]";
        }
    }
}
