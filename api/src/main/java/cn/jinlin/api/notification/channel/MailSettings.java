package cn.jinlin.api.notification.channel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How mails are sent; the server itself is `spring.mail.*`.
///
/// @param from sender's address; without one no mail is sent
/// @param portalUrl the portal's own address, for links: `https://jinlin.example.cn`
@ConfigurationProperties("jinlin.notification.mail")
record MailSettings(@Nullable String from, @Nullable String portalUrl) {}
