package cn.jinlin.api.sms;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SmsConfiguration.class);

    @Bean
    SmsSender smsSender(SmsSettings settings, JsonMapper json, Clock clock) {
        return switch (settings.provider()) {
            case NONE -> {
                log.warn("No provider of short messages is set (jinlin.sms.provider): nobody can sign in by phone");
                yield (_, _, _, _) -> {
                    throw new SmsFailedException("no_provider", true);
                };
            }
            case INBOX -> new InboxSms(settings.inbox(), json, clock);
            case ALIYUN -> new AliyunSms(settings.aliyun(), json);
        };
    }
}
