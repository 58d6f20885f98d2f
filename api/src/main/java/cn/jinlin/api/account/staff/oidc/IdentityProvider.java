package cn.jinlin.api.account.staff.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import cn.jinlin.api.account.staff.StaffSettings;
import cn.jinlin.api.account.staff.proof.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/// The district's identity provider, spoken to by authorization code with PKCE and nonce.
@Component
class IdentityProvider {

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final OidcSettings settings;
    private final String redirectUri;
    private final Clock clock;
    private final OidcAuthorizationCodeAuthenticationProvider exchanging;
    private volatile @Nullable ClientRegistration registration;

    IdentityProvider(OidcSettings settings, StaffSettings staff, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        String portal = staff.portal().toString();
        redirectUri = (portal.endsWith("/") ? portal : portal + '/') + "staff/oidc";
        // What the ID token says is all that is wanted: the provider is not asked for more of a person.
        exchanging = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                request -> new DefaultOidcUser(java.util.List.of(), request.getIdToken()));
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(this::validator);
        exchanging.setJwtDecoderFactory(decoders);
    }

    /// Issuer, audience, authorised party, and times.
    private OAuth2TokenValidator<Jwt> validator(ClientRegistration client) {
        var validator = new OidcIdTokenValidator(client);
        validator.setClock(clock);
        validator.setClockSkew(SKEW);
        return validator;
    }

    /// What one sign-in is bound to on its way there and back.
    ///
    /// @param verifier of PKCE
    record Binding(String state, String nonce, String verifier) {

        static Binding create() {
            return new Binding(Secrets.create(), Secrets.create(), Secrets.create());
        }

        /// Tells no secret.
        @Override
        public String toString() {
            return "Binding";
        }
    }

    /// Where the person goes.
    ///
    /// @throws IllegalArgumentException when the provider does not answer, or not as the one it should be
    String authorizationUri(Binding binding) {
        return request(binding).getAuthorizationRequestUri();
    }

    /// Who came back.
    ///
    /// @throws OAuth2AuthenticationException when the code, the token or anything it is bound to is wrong
    OidcUser exchange(Binding binding, String code) {
        var response = OAuth2AuthorizationResponse.success(code).state(binding.state).redirectUri(redirectUri).build();
        var done = Objects.requireNonNull(exchanging.authenticate(new OAuth2LoginAuthenticationToken(registration(),
                new OAuth2AuthorizationExchange(request(binding), response))));
        return (OidcUser) Objects.requireNonNull(done.getPrincipal());
    }

    private OAuth2AuthorizationRequest request(Binding binding) {
        ClientRegistration client = registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .redirectUri(redirectUri)
                .scopes(client.getScopes())
                .state(binding.state)
                .attributes(Map.of(OidcParameterNames.NONCE, binding.nonce, PkceParameterNames.CODE_VERIFIER,
                        binding.verifier))
                .additionalParameters(Map.of(OidcParameterNames.NONCE, hashed(binding.nonce),
                        PkceParameterNames.CODE_CHALLENGE, hashed(binding.verifier),
                        PkceParameterNames.CODE_CHALLENGE_METHOD, "S256"))
                .build();
    }

    private static String hashed(String secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(secret));
    }

    /// Read from the provider when first needed: a district's portal starts while its provider is away.
    private ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            known = ClientRegistrations.fromOidcIssuerLocation(Objects.requireNonNull(settings.issuer()))
                    .registrationId("staff")
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .redirectUri(redirectUri)
                    .scope("openid", "profile")
                    .build();
            registration = known;
        }
        return known;
    }
}
