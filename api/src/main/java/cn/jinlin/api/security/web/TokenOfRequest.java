package cn.jinlin.api.security.web;

import java.util.Optional;

import cn.jinlin.api.security.RecordAwayException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/// The access token of a request: of the header first, else of the portal's cookie.
///
/// Browsers send the cookie with every page and file; one that is no longer good is then as good as none, because a page
/// must open for whoever was signed out.
class TokenOfRequest implements BearerTokenResolver {

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();
    private final PortalCookies cookies;
    private final JwtDecoder tokens;

    TokenOfRequest(PortalCookies cookies, JwtDecoder tokens) {
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return header.resolve(request);
        }
        Optional<String> cookie = cookies.findAccess(request);
        return (request.getMethod().equals("POST") ? cookie : cookie.filter(this::isGood)).orElse(null);
    }

    private boolean isGood(String token) {
        try {
            tokens.decode(token);
            return true;
        } catch (JwtException | RecordAwayException refused) {
            return false;
        }
    }
}
