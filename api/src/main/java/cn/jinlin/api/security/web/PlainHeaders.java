package cn.jinlin.api.security.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// The framework's rule for what may stand in a header, without its regular expression: each look at a header with a token
/// in it cost ten microseconds.
@Configuration(proxyBeanMethods = false)
class PlainHeaders {

    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(PlainHeaders::isPlain);
        return firewall;
    }

    /// Assigned characters that are no control characters, and tabs.
    static boolean isPlain(String value) {
        return value.codePoints()
                .allMatch(sign -> sign == '\t' || (Character.isDefined(sign) && !Character.isISOControl(sign)));
    }
}
