package cn.jinlin.api.account.signin;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What signing in may cost others: messages, and chances to guess.
///
/// @param codeLife how long a code works
/// @param resendPause between two codes to one phone for one purpose
/// @param triesPerCode after which a code is spent
/// @param codesPerPhoneAndDay messages to one phone in a day of Shanghai
/// @param codesPerAddressAndHour messages asked for from one address; a whole quarter may share one
/// @param codesPerMinute messages of the whole service; what is above is a flood
/// @param triesPerPhoneAndDay codes tried for one phone, right or wrong
/// @param triesPerAddressAndHour proofs tried from one address, of every kind
/// @param triesPerMinute proofs tried at the whole service
@ConfigurationProperties("jinlin.sign-in")
public record SignInSettings(
        @DefaultValue("5m") Duration codeLife,
        @DefaultValue("60s") Duration resendPause,
        @DefaultValue("5") int triesPerCode,
        @DefaultValue("10") int codesPerPhoneAndDay,
        @DefaultValue("60") int codesPerAddressAndHour,
        @DefaultValue("600") int codesPerMinute,
        @DefaultValue("20") int triesPerPhoneAndDay,
        @DefaultValue("300") int triesPerAddressAndHour,
        @DefaultValue("1200") int triesPerMinute) {}
