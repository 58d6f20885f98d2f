package cn.jinlin.api.security;

import java.util.Map;

/// Somebody could not be signed in, for a reason the client may know. It becomes the OAuth2 error `invalid_grant` (or
/// `slow_down` where waiting helps) with the code and the details beside it.
public class SignInRefusedException extends Exception {

    private final String code;
    private final transient Map<String, String> details;

    /// @param code stable, in lower case with underscores: `wrong_code`, `second_factor_required`
    /// @param details what the client needs to go on, such as `retry_after` in seconds or a `ticket`
    public SignInRefusedException(String code, Map<String, String> details) {
        super(code);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public SignInRefusedException(String code) {
        this(code, Map.of());
    }

    public String code() {
        return code;
    }

    public Map<String, String> details() {
        return details;
    }
}
