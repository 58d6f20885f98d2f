package cn.jinlin.api.account.staff.oidc;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.account.staff.StaffSettings;
import cn.jinlin.api.account.staff.oidc.IdentityProvider.Binding;
import cn.jinlin.api.account.staff.proof.Secrets;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class StaffOidcController {

    private static final Logger log = LoggerFactory.getLogger(StaffOidcController.class);

    private final StaffSettings staff;
    private final OidcSettings settings;
    private final IdentityProvider provider;
    private final OidcAttempts attempts;
    private final Messages messages;

    StaffOidcController(StaffSettings staff, OidcSettings settings, IdentityProvider provider, OidcAttempts attempts,
            Messages messages) {
        this.staff = staff;
        this.settings = settings;
        this.provider = provider;
        this.attempts = attempts;
        this.messages = messages;
    }

    record Options(boolean localAccounts, @Nullable String providerName) {}

    record Begin(@Nullable String invitation) {}

    record BeginPayload(@Nullable String authorizationUrl, @Nullable String browserSecret,
            List<UserError> userErrors) {}

    @QueryMapping
    Options staffSignInOptions() {
        return new Options(staff.localAccounts(), settings.isConfigured() ? settings.name() : null);
    }

    @MutationMapping
    BeginPayload beginStaffOidc(@Argument Begin input, Locale locale) {
        if (!settings.isConfigured()) {
            return refused("OIDC_NOT_CONFIGURED", locale);
        }
        Binding binding = Binding.create();
        try {
            String address = provider.authorizationUri(binding);
            String browserSecret = Secrets.create();
            attempts.insert(binding, browserSecret, input.invitation());
            return new BeginPayload(address, browserSecret, List.of());
        } catch (IllegalArgumentException | IllegalStateException away) {
            log.warn("The identity provider cannot be read: {}", away.getMessage());
            return refused("OIDC_AWAY", locale);
        }
    }

    private BeginPayload refused(String code, Locale locale) {
        return new BeginPayload(null, null, List.of(messages.userError(new BadInput("input", code), locale)));
    }
}
