package cn.jinlin.api.security.key;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

@Configuration(proxyBeanMethods = false)
class KeyWiring {

    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        // The one that signs now stands first; the others only verify.
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// The next key is made in time by whichever node looks first, and known to all before it signs.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Watch {

        private final SigningKeys keys;

        Watch(SigningKeys keys) {
            this.keys = keys;
        }

        @Scheduled(fixedDelayString = "PT1M")
        void look() {
            keys.look();
        }
    }
}
