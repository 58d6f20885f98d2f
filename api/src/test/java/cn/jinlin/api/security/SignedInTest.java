package cn.jinlin.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.jinlin.api.support.ApiTest;
import org.springframework.context.annotation.Import;

/// A test of the service with a way to sign in that believes everybody.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApiTest
@Import(NamedGrant.class)
@interface SignedInTest {
}
