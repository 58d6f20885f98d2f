package cn.jinlin.api.calendar;

import cn.jinlin.api.graphql.Scalars;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class CalendarWiring {

    @Bean
    RuntimeWiringConfigurer timeOfDayScalar() {
        return wiring -> wiring.scalar(Scalars.ofText("LocalTime", "a time like 08:30, up to 24:00", TimeOfDay::parse,
                TimeOfDay::toString));
    }
}
