package cn.jinlin.api.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.jinlin.api.JinlinApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole service on real engines, over real HTTP. All such tests share one running service.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = JinlinApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RealEngines.class)
@Import({GraphQl.class, TestTokens.class, PhoneInbox.class, PeopleOfThree.class, CountedStatements.class, Records.class,
    FixedTime.class})
public @interface ApiTest {
}
