package cn.jinlin.api.security.issuer;

import java.util.List;
import java.util.Map;

import cn.jinlin.api.security.Device;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/// What a client asks of the token endpoint.
final class TokenRequest extends AbstractAuthenticationToken {

    private final String grantType;
    private final transient OAuth2ClientAuthenticationToken client;
    private final transient Map<String, String> parameters;
    private final transient Device device;

    TokenRequest(String grantType, OAuth2ClientAuthenticationToken client, Map<String, String> parameters,
            Device device) {
        super(List.of());
        this.grantType = grantType;
        this.client = client;
        this.parameters = parameters;
        this.device = device;
    }

    String grantType() {
        return grantType;
    }

    OAuth2ClientAuthenticationToken client() {
        return client;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Device device() {
        return device;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return client;
    }
}
