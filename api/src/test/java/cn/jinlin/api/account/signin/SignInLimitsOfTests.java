package cn.jinlin.api.account.signin;

import java.time.Clock;

import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Limits on another clock, or with other numbers, than the running service's.
public final class SignInLimitsOfTests {

    private SignInLimitsOfTests() {}

    public static SignInLimits make(JdbcClient jdbc, PersonalCipher cipher, SignInSettings settings, Clock clock) {
        return new SignInLimits(jdbc, cipher, settings, clock);
    }
}
