package cn.jinlin.api.security.web;

import java.util.Optional;

import cn.jinlin.api.security.RecordAwayException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/// The access token of a request: of the header first, else of the portal's cookie.
///
/// Browsers send the cookie with every page and file; one that is no longer good is then as good as none, because a page
/// must open for whoever was signed out.
class TokenOfRequest implements BearerTokenResolver {

    private static final String SCHEME = "Bearer";
    private static final String SIGNS = "-._~+/";

    private final PortalCookies cookies;
    private final JwtDecoder tokens;

    TokenOfRequest(PortalCookies cookies, JwtDecoder tokens) {
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    ? plain(header.substring(SCHEME.length()))
                    : null;
        }
        Optional<String> cookie = cookies.findAccess(request);
        return (request.getMethod().equals("POST") ? cookie : cookie.filter(this::isGood)).orElse(null);
    }

    /// Checked by hand: the framework's regular expression costs more than all else that a known token does.
    ///
    /// @param rest of the header, after the scheme
    /// @throws InvalidBearerTokenException when it is no token68 of RFC 7235
    private static String plain(String rest) {
        String token = rest.startsWith(" ") ? rest.substring(1) : "";
        int end = token.length();
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        if (end == 0 || !token.chars().limit(end).allMatch(TokenOfRequest::isPlain)) {
            throw new InvalidBearerTokenException("Bearer token is malformed");
        }
        return token;
    }

    private static boolean isPlain(int sign) {
        return sign < 0x80 && (Character.isLetterOrDigit(sign) || SIGNS.indexOf(sign) >= 0);
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
