package cn.jinlin.api.security.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import cn.jinlin.api.security.IssuerSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The portal's sign-in, in cookies that no script can read.
///
/// The access token goes with every request to this host and nowhere else (`__Host-`). The refresh token and the secret of
/// the device go to the token endpoint alone, and never with a request that another site caused. Names lose their prefix on
/// `http://localhost`, where browsers would not keep them.
@Component
public class PortalCookies {

    public static final String TOKEN_ENDPOINT = "/oauth2/token";

    private final IssuerSettings settings;
    private final String access;
    private final String refresh;
    private final String device;

    PortalCookies(IssuerSettings settings) {
        this.settings = settings;
        boolean secure = settings.isSecure();
        access = (secure ? "__Host-" : "") + "jinlin-access";
        refresh = (secure ? "__Secure-" : "") + "jinlin-refresh";
        device = (secure ? "__Secure-" : "") + "jinlin-device";
    }

    public Optional<String> findAccess(HttpServletRequest request) {
        return find(request, access);
    }

    /// The same, of a handshake that is over.
    public Optional<String> findAccess(HttpHeaders handshake) {
        return handshake.getOrEmpty(HttpHeaders.COOKIE)
                .stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(access + "="))
                .map(pair -> pair.substring(access.length() + 1))
                .findFirst();
    }

    public Optional<String> findRefresh(HttpServletRequest request) {
        return find(request, refresh);
    }

    public Optional<String> findDevice(HttpServletRequest request) {
        return find(request, device);
    }

    /// Replaces whatever was there.
    public void set(HttpServletResponse response, String accessToken, String refreshToken, String deviceSecret) {
        Duration idle = settings.tokens().idle();
        add(response, access, accessToken, "/", "Lax", settings.tokens().access());
        add(response, refresh, refreshToken, TOKEN_ENDPOINT, "Strict", idle);
        add(response, device, deviceSecret, TOKEN_ENDPOINT, "Strict", idle);
    }

    public void clear(HttpServletResponse response) {
        add(response, access, "", "/", "Lax", Duration.ZERO);
        add(response, refresh, "", TOKEN_ENDPOINT, "Strict", Duration.ZERO);
        add(response, device, "", TOKEN_ENDPOINT, "Strict", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String name, String value, String path, String sameSite,
            Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(settings.isSecure())
                .sameSite(sameSite)
                .path(path)
                .maxAge(age)
                .build()
                .toString());
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        List<Cookie> cookies = request.getCookies() == null ? List.of() : Arrays.asList(request.getCookies());
        return cookies.stream()
                .filter(cookie -> cookie.getName().equals(name) && !cookie.getValue().isEmpty())
                .map(Cookie::getValue)
                .findFirst();
    }
}
