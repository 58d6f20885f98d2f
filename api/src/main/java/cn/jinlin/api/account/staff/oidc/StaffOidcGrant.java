package cn.jinlin.api.account.staff.oidc;

import java.util.Map;
import java.util.Optional;

import cn.jinlin.api.account.staff.StaffMember;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// The way back from the district's identity provider.
///
/// Parameters: `code` and `state` as the provider gave them, and `browser_secret`, which only the browser has that began.
/// Refusals: `oidc_failed`, `unknown_person` (who has an account there and none here), `suspended`.
@Component
class StaffOidcGrant implements Grant {

    private static final Logger log = LoggerFactory.getLogger(StaffOidcGrant.class);

    private final OidcSettings settings;
    private final OidcAttempts attempts;
    private final IdentityProvider provider;
    private final StaffIdentities identities;

    StaffOidcGrant(OidcSettings settings, OidcAttempts attempts, IdentityProvider provider,
            StaffIdentities identities) {
        this.settings = settings;
        this.attempts = attempts;
        this.provider = provider;
        this.identities = identities;
    }

    @Override
    public String type() {
        return "urn:jinlin:grant:staff-oidc";
    }

    @Override
    public Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException {
        if (!settings.isConfigured()) {
            throw new SignInRefusedException("oidc_failed");
        }
        OidcAttempts.Begun begun = attempts
                .take(parameters.getOrDefault("state", ""), parameters.getOrDefault("browser_secret", ""))
                .orElseThrow(() -> new SignInRefusedException("oidc_failed"));
        OidcUser user = exchange(begun, parameters.getOrDefault("code", ""));
        Optional<StaffMember> known = identities.find(user);
        if (known.isEmpty()) {
            known = begun.invitation().flatMap(invitation -> identities.bind(user, invitation.hash()));
        }
        StaffMember member = known.orElseThrow(() -> new SignInRefusedException("unknown_person"));
        if (!member.isActive()) {
            throw new SignInRefusedException("suspended");
        }
        return new Subject(Subject.Kind.STAFF, member.id());
    }

    private OidcUser exchange(OidcAttempts.Begun begun, String code) throws SignInRefusedException {
        if (code.isEmpty()) {
            throw new SignInRefusedException("oidc_failed");
        }
        try {
            return provider.exchange(begun.binding(), code);
        } catch (OAuth2AuthenticationException refused) {
            // The code of the error alone: its description may quote the token.
            log.warn("A sign-in at the identity provider failed: {}", refused.getError().getErrorCode());
        } catch (IllegalArgumentException away) {
            log.warn("The identity provider cannot be read: {}", away.getMessage());
        }
        throw new SignInRefusedException("oidc_failed");
    }
}
