package cn.jinlin.api.support;

import cn.jinlin.engines.TestEngines;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Points the service at the engines of this test run.
public class RealEngines implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// Of nobody's data: 32 bytes in Base64.
    private static final String KEY = "dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBrZXk=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(TestEngines.applicationProperties())

                .and("jinlin.personal-data.key=" + KEY)
                // A test asks again at once, after it changed something.
                .and("jinlin.graphql.sharing=false")
                // Several services at once share one PostgreSQL here.
                .and("spring.datasource.hikari.minimum-idle=2")
                .and("jinlin.sms.provider=inbox", "jinlin.sms.inbox.folder=" + PhoneInbox.FOLDER)
                .applyTo(context);
    }
}
