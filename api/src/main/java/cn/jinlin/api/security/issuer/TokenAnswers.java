package cn.jinlin.api.security.issuer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.web.PortalCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Writes what the token endpoint answers. The portal gets its tokens in cookies and reads in the body only how long they
/// last; other clients read them there.
///
/// A refusal has OAuth's `error`, and beside it the `code` of the reason, a `message` for people in the caller's language
/// where there is one, and whatever details the client needs to go on.
@Component
class TokenAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final PortalCookies cookies;
    private final IssuerSettings settings;
    private final MessageSource messages;
    private final LocaleResolver languages;
    private final JsonMapper json;

    TokenAnswers(PortalCookies cookies, IssuerSettings settings, MessageSource messages, LocaleResolver languages,
            JsonMapper json) {
        this.cookies = cookies;
        this.settings = settings;
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication given)
            throws IOException {
        var tokens = (OAuth2AccessTokenAuthenticationToken) given;
        String access = tokens.getAccessToken().getTokenValue();
        String refresh = Objects.requireNonNull(tokens.getRefreshToken()).getTokenValue();
        String device = String.valueOf(tokens.getAdditionalParameters().get(TokenRequests.DEVICE_SECRET));
        Map<String, Object> body = new LinkedHashMap<>();
        if (tokens.getRegisteredClient().getClientId().equals(Clients.PORTAL)) {
            cookies.set(response, access, refresh, device);
        } else {
            body.put("access_token", access);
            body.put("token_type", "Bearer");
            body.put("refresh_token", refresh);
            body.put(TokenRequests.DEVICE_SECRET, device);
        }
        body.put("expires_in", settings.tokens().access().toSeconds());
        body.put("refresh_expires_in", settings.tokens().idle().toSeconds());
        body.put(TokenProvider.KIND, tokens.getAdditionalParameters().get(TokenProvider.KIND));
        write(response, HttpServletResponse.SC_OK, body);
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException refused) throws IOException {
        String error = refused instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_REQUEST;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        if (refused instanceof TokenRefusal known) {
            body.putAll(known.details());
            body.put("code", known.code());
            String message = messages.getMessage(known.code(), null, null, languages.resolveLocale(request));
            if (message != null) {
                body.put("message", message);
            }
            if (known.details().containsKey(TokenRefusal.RETRY_AFTER)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, known.details().get(TokenRefusal.RETRY_AFTER));
            }
        }
        write(response, status(error), body);
    }

    private static int status(String error) {
        return switch (error) {
            case OAuth2ErrorCodes.INVALID_CLIENT -> HttpServletResponse.SC_UNAUTHORIZED;
            case TokenRefusal.UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            default -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
