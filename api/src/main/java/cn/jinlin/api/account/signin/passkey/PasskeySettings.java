package cn.jinlin.api.account.signin.passkey;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// For whom passkeys are made.
///
/// @param relyingParty the domain they belong to, such as `jinlin.example.cn`; never changed, or every passkey is lost
/// @param relyingPartyName what devices show
/// @param origins from which the portal is served, such as `https://jinlin.example.cn`
/// @param challengeLife how long a device may take
/// @param mostEach passkeys of one person
@ConfigurationProperties("jinlin.sign-in.passkey")
record PasskeySettings(
        @DefaultValue("localhost") String relyingParty,
        @DefaultValue("近邻 Jinlin") String relyingPartyName,
        @DefaultValue("http://localhost:8080") Set<String> origins,
        @DefaultValue("5m") Duration challengeLife,
        @DefaultValue("10") int mostEach) {}
