package cn.jinlin.api.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.JinlinApplication;
import cn.jinlin.api.support.FixedTime;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.RealEngines;
import cn.jinlin.api.support.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import static org.assertj.core.api.Assertions.assertThat;

/// Two nodes on one set of engines.
@SignedInTest
class TwoNodesTest {

    private static final String SESSIONS = "{ mySessions { id current } }";
    private static ConfigurableApplicationContext second;

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Sessions sessions;

    @BeforeAll
    static void anotherNode() {
        second = new SpringApplicationBuilder(JinlinApplication.class, FixedTime.class, NamedGrant.class)
                .initializers(new RealEngines(), context -> context.getBeanFactory()
                        .registerSingleton("noTestBeans", new NoTestBeans()))
                .run("--server.port=0", "--jinlin.walking.enabled=false", "--jinlin.indexer.enabled=false");
    }

    @AfterAll
    static void close() {
        second.close();
    }

    @Test
    void whoSignsInOnOneActsOnTheOtherAndIsRefusedThereWhenTheFirstEndsIt() {
        Browser browser = new Browser(graphQl.address());
        Browser.Answer given = browser.signIn("mini-program", "two-nodes");
        browser.with("Authorization", "Bearer " + given.text("/access_token"));
        assertThat(browser.at(there()).graphql(SESSIONS).status()).isEqualTo(200);
        assertThat(browser.at(graphQl.address()).graphql("mutation { signOut { sessionId } }").status()).isEqualTo(200);
        Records.await(() -> browser.at(there()).graphql(SESSIONS).status() == 401);
        assertThat(new Browser(there()).renew("mini-program", Map.of("refresh_token", given.text("/refresh_token"),
                "device_secret", given.text("/device_secret"))).text("/code")).isEqualTo("session_over");
    }

    @Test
    void whomADomainThrowsOutIsOutEverywhere() {
        Browser browser = new Browser(there());
        Browser.Answer given = browser.signIn("portal", "staff-out");
        assertThat(given.text("/code")).isEqualTo("CROSS_SITE_REQUEST");
        browser.asPortal().signIn("portal", "staff-out");
        assertThat(browser.graphql(SESSIONS).status()).isEqualTo(200);
        var subject = new Subject(Subject.Kind.STAFF,
                UUID.nameUUIDFromBytes("staff-out".getBytes(StandardCharsets.UTF_8)));
        assertThat(sessions.endAll(subject)).isEqualTo(1);
        Records.await(() -> browser.graphql(SESSIONS).status() == 401);
    }

    private static String there() {
        return "http://localhost:" + second.getEnvironment().getProperty("local.server.port");
    }

    /// The second node is started as in production, but its class path has the tests'.
    private static final class NoTestBeans extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getAnnotationMetadata().isAnnotated(TestComponent.class.getName())
                    || type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTestBeans;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
