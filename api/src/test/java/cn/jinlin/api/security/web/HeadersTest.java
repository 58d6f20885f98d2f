package cn.jinlin.api.security.web;

import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.assertj.core.api.Assertions.assertThat;

/// What was written by hand for speed says what the framework's own says.
class HeadersTest {

    @Test
    void aHeaderMayHoldWhatTheFrameworkLetsItHold() {
        int[] differing = IntStream.concat(IntStream.range(0, 0x3000), IntStream.iterate(0x3000, sign -> sign + 37)
                .takeWhile(Character::isValidCodePoint))
                .filter(sign -> PlainHeaders.isPlain(around(sign)) != frameworkAllows(around(sign)))
                .toArray();
        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc.DEF-123_~+/==", "bearer abc", "BEARER abc=", "Bearer", "Bearer ", "Bearer a b",
        "Bearer =", "Bearer a=b", "Bearer  a", "Bearer ä", "Basic YTpi", "Bearerabc", "Bearer abc ", "Bearer a\tb"})
    void aTokenIsFoundWhereTheFrameworkFindsOne(String header) {
        var request = new MockHttpServletRequest("POST", "/graphql");
        request.addHeader("Authorization", header);
        var own = new TokenOfRequest(Mockito.mock(PortalCookies.class), Mockito.mock(JwtDecoder.class));
        assertThat(outcome(() -> own.resolve(request)))
                .isEqualTo(outcome(() -> new DefaultBearerTokenResolver().resolve(request)));
    }

    private static String around(int sign) {
        return "a" + Character.toString(sign) + "z";
    }

    private static boolean frameworkAllows(String value) {
        var request = new MockHttpServletRequest("POST", "/graphql");
        request.addHeader("X-Words", value);
        try {
            return new StrictHttpFirewall().getFirewalledRequest(request).getHeader("X-Words") != null;
        } catch (RequestRejectedException refused) {
            return false;
        }
    }

    private static String outcome(Supplier<@Nullable String> resolving) {
        try {
            return String.valueOf(resolving.get());
        } catch (AuthenticationException refused) {
            return refused.getClass()
                    .getSimpleName()
                    .replace("InvalidBearerTokenException", "OAuth2AuthenticationException");
        }
    }
}
