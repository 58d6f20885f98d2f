package cn.jinlin.api.account.staff.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The district's identity provider; none without an issuer. It is trusted to have asked for a second factor.
///
/// @param issuer its address, under which `/.well-known/openid-configuration` is found
/// @param clientId by which it knows this portal; the redirect address registered there is the portal's `/staff/oidc`
/// @param clientSecret of the same
/// @param name as people know it
@ConfigurationProperties("jinlin.staff.oidc")
record OidcSettings(@Nullable String issuer, @DefaultValue("jinlin") String clientId,
        @DefaultValue("") String clientSecret, @DefaultValue("统一身份认证") String name) {

    boolean isConfigured() {
        return issuer != null && !issuer.isBlank();
    }

    /// Tells no secret.
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ']';
    }
}
