package cn.jinlin.api.security.issuer;

import java.util.Map;

import cn.jinlin.api.security.SignInRefusedException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/// A refusal at the token endpoint whose reason the client may know.
class TokenRefusal extends OAuth2AuthenticationException {

    static final String RETRY_AFTER = "retry_after";
    static final String UNAVAILABLE = "temporarily_unavailable";

    private final String code;
    private final transient Map<String, String> details;

    TokenRefusal(String error, String code, Map<String, String> details) {
        super(new OAuth2Error(error), code);
        this.code = code;
        this.details = details;
    }

    static TokenRefusal of(SignInRefusedException refused) {
        String error = refused.details().containsKey(RETRY_AFTER) ? "slow_down" : OAuth2ErrorCodes.INVALID_GRANT;
        return new TokenRefusal(error, refused.code(), refused.details());
    }

    String code() {
        return code;
    }

    Map<String, String> details() {
        return details;
    }
}
