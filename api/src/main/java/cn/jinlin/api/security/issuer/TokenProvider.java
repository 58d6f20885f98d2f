package cn.jinlin.api.security.issuer;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.security.TokenIssuer;
import cn.jinlin.api.security.session.OpenSession;
import cn.jinlin.api.security.session.SessionService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Gives tokens: for a grant that proves who somebody is, which opens a session, and for the refresh token of one.
@Component
class TokenProvider implements AuthenticationProvider {

    static final String KIND = "subject_kind";
    private static final Logger log = LoggerFactory.getLogger(TokenProvider.class);

    private final Map<String, Grant> grants;
    private final SessionService sessions;
    private final TokenIssuer tokens;
    private final IssuerSettings settings;

    TokenProvider(ObjectProvider<Grant> grants, SessionService sessions, TokenIssuer tokens,
            IssuerSettings settings) {
        this.grants = grants.stream().collect(Collectors.toUnmodifiableMap(Grant::type, Function.identity()));
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        TokenRequest request = (TokenRequest) asked;
        RegisteredClient client = Objects.requireNonNull(request.client().getRegisteredClient());
        requireGrant(request.grantType(), client);
        try {
            OpenSession session = request.grantType().equals(TokenRequests.REFRESH)
                    ? renew(request, client)
                    : signIn(request, client);
            return answer(session, client, request);
        } catch (SignInRefusedException refused) {
            throw TokenRefusal.of(refused);
        } catch (DataAccessException | TransactionException recordAway) {
            log.error("No sign-in, for the record did not answer: {}", recordAway.getClass().getName());
            throw new TokenRefusal(TokenRefusal.UNAVAILABLE, "record_away", Map.of(TokenRefusal.RETRY_AFTER, "5"));
        }
    }

    private void requireGrant(String type, RegisteredClient client) {
        if (!type.equals(TokenRequests.REFRESH) && !grants.containsKey(type)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE);
        }
        if (!client.getAuthorizationGrantTypes().contains(new AuthorizationGrantType(type))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
    }

    private OpenSession renew(TokenRequest request, RegisteredClient client) throws SignInRefusedException {
        String token = request.parameters().get(TokenRequests.REFRESH);
        if (token == null) {
            throw new SignInRefusedException("session_over");
        }
        return sessions.renew(token, request.parameters().getOrDefault(TokenRequests.DEVICE_SECRET, ""),
                client.getClientId());
    }

    private OpenSession signIn(TokenRequest request, RegisteredClient client) throws SignInRefusedException {
        Grant grant = Objects.requireNonNull(grants.get(request.grantType()));
        Subject subject = grant.prove(request.parameters(), request.device());
        return sessions.open(subject, client.getClientId(), request.device());
    }

    private Authentication answer(OpenSession session, RegisteredClient client, TokenRequest request) {
        Jwt jwt = tokens.issue(session.subject(), session.id(), session.signedInAt());
        var access = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), jwt.getIssuedAt(),
                jwt.getExpiresAt());
        var refresh = new OAuth2RefreshToken(session.refreshToken(), jwt.getIssuedAt(),
                Objects.requireNonNull(jwt.getIssuedAt()).plus(settings.tokens().idle()));
        return new OAuth2AccessTokenAuthenticationToken(client, request.client(), access, refresh,
                Map.of(TokenRequests.DEVICE_SECRET, session.deviceSecret(), KIND,
                        session.subject().kind().name().toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return TokenRequest.class.isAssignableFrom(authentication);
    }
}
