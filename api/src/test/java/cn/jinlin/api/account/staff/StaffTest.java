package cn.jinlin.api.account.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.jinlin.api.JinlinApplication;
import cn.jinlin.api.support.CountedStatements;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.RealEngines;
import cn.jinlin.api.support.TestTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole service with staff in it, and with a clock that can be moved on.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = JinlinApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "jinlin.staff.portal=https://portal.example.cn", "jinlin.staff.announce-first-link=false"})
@ContextConfiguration(initializers = RealEngines.class)
@Import({GraphQl.class, CountedStatements.class, TestTokens.class, StaffOfThree.class, StaffTest.Time.class})
public @interface StaffTest {

    /// In place of the clock that always stands still.
    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
