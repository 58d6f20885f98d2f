package cn.jinlin.api.security.issuer;

import java.util.HashMap;
import java.util.Map;

import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.web.OwnOrigin;
import cn.jinlin.api.security.web.PortalCookies;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// Reads requests to the token endpoint. Parameters come in the body only, each once: what stands in an address ends up in
/// logs.
@Component
class TokenRequests implements AuthenticationConverter {

    static final String REFRESH = "refresh_token";
    static final String DEVICE_SECRET = "device_secret";
    private static final int LONGEST = 4096;
    private static final int MOST = 30;

    private final PortalCookies cookies;
    private final OwnOrigin own;
    private final LocaleResolver languages;

    TokenRequests(PortalCookies cookies, OwnOrigin own, LocaleResolver languages) {
        this.cookies = cookies;
        this.own = own;
        this.languages = languages;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext()
                .getAuthentication() instanceof OAuth2ClientAuthenticationToken client)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        Map<String, String> parameters = parameters(request);
        if (isPortal(client)) {
            requirePortal(request);
            parameters.remove(REFRESH);
            parameters.remove(DEVICE_SECRET);
            cookies.findRefresh(request).ifPresent(token -> parameters.put(REFRESH, token));
            cookies.findDevice(request).ifPresent(secret -> parameters.put(DEVICE_SECRET, secret));
        }
        String language = languages.resolveLocale(request).toLanguageTag();
        var device = new Device(DeviceName.of(request.getHeader(HttpHeaders.USER_AGENT)), request.getRemoteAddr(),
                language);
        return new TokenRequest(String.valueOf(parameters.get("grant_type")), client, Map.copyOf(parameters), device);
    }

    static boolean isPortal(OAuth2ClientAuthenticationToken client) {
        return Clients.PORTAL.equals(client.getPrincipal());
    }

    /// Signing in too: nobody shall be signed in to an account that another site chose for them.
    private void requirePortal(HttpServletRequest request) {
        if (!own.isPortal(request)) {
            throw new TokenRefusal(OAuth2ErrorCodes.INVALID_REQUEST, "CROSS_SITE_REQUEST", Map.of());
        }
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length != 1 || values[0].length() > LONGEST) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            parameters.put(name, values[0]);
        });
        if (parameters.size() > MOST || request.getQueryString() != null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return parameters;
    }
}
