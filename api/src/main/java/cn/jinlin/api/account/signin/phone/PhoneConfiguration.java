package cn.jinlin.api.account.signin.phone;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PhoneConfiguration {

    /// Commands open the service without a web server; they send nobody a code.
    @Bean
    @ConditionalOnWebApplication
    RecordWatch codeWatch(DataSource dataSource, CodeSender sender) {
        return new RecordWatch("code-sender", List.of("phone_code_message"), dataSource, sender::drain);
    }
}
