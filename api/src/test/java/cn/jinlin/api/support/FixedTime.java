package cn.jinlin.api.support;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// It is always Tuesday 29 September 2026, ten in the morning in Shanghai: the week of National Day.
@TestConfiguration(proxyBeanMethods = false)
public class FixedTime {

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(Instant.parse("2026-09-29T02:00:00Z"), ZoneOffset.UTC);
    }
}
