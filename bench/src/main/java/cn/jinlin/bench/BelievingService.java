package cn.jinlin.bench;

import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.JinlinApplication;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.Subject;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The service with a grant that believes everybody, so that what is measured is the issuer alone: client, session, record,
/// signature.
@Configuration(proxyBeanMethods = false)
class BelievingService {

    static final String GRANT = "urn:jinlin:grant:believing";

    static void main(String[] arguments) {
        new SpringApplication(JinlinApplication.class, BelievingService.class).run(arguments);
    }

    @Bean
    Grant believing() {
        return new Grant() {

            @Override
            public String type() {
                return GRANT;
            }

            @Override
            public Subject prove(Map<String, String> parameters, Device device) {
                return new Subject(Subject.Kind.RESIDENT, UUID.randomUUID());
            }
        };
    }
}
