package cn.jinlin.api.account.staff.proof;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a name is shut after wrong tries.
///
/// @param tries wrong ones in a row that are let through
/// @param first how long the first lockout lasts; each next one twice as long
/// @param longest the longest there is
/// @param forgetAfter quiet time after which nothing is remembered
@ConfigurationProperties("jinlin.staff.lockout")
record LockoutSettings(@DefaultValue("10") int tries, @DefaultValue("15m") Duration first,
        @DefaultValue("4h") Duration longest, @DefaultValue("24h") Duration forgetAfter) {

    Duration length(int earlier) {
        Duration doubled = first.multipliedBy(1L << Math.min(earlier, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
