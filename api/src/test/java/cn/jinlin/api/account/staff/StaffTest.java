package cn.jinlin.api.account.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.TestTokens;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// A test of the whole service with staff in it, and with a clock that can be moved on.
@ApiTest
@Import({TestTokens.class, StaffOfThree.class, StaffTest.Time.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StaffTest {

    /// In place of the clock of other tests.
    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        @Bean("fixedClock")
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
