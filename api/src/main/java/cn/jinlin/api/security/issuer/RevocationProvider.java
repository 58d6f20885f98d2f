package cn.jinlin.api.security.issuer;

import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.security.session.SessionService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/// Ends the session of a token, RFC 7009: of a refresh token or of an access token. A token that is none is as good as
/// ended.
@Component
class RevocationProvider implements AuthenticationProvider {

    private final SessionService sessions;
    private final JwtDecoder tokens;

    RevocationProvider(SessionService sessions, JwtDecoder tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var request = (OAuth2TokenRevocationAuthenticationToken) asked;
        var caller = (OAuth2ClientAuthenticationToken) request.getPrincipal();
        RegisteredClient client = Objects.requireNonNull(caller.getRegisteredClient());
        sessions.endByToken(request.getToken(), client.getClientId());
        UUID session = session(request.getToken());
        if (session != null) {
            sessions.find(session)
                    .filter(found -> found.client().equals(client.getClientId()))
                    .ifPresent(found -> sessions.signOut(found.id()));
        }
        return new OAuth2TokenRevocationAuthenticationToken(
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, request.getToken(), null, null), caller);
    }

    private @Nullable UUID session(String token) {
        try {
            Jwt jwt = tokens.decode(token);
            String session = jwt.getClaimAsString("sid");
            return session == null ? null : UUID.fromString(session);
        } catch (JwtException notAnAccessToken) {
            return null;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
