package cn.jinlin.api.account.staff.proof;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.staff.StaffSettings;
import cn.jinlin.api.account.staff.StaffState;
import cn.jinlin.api.account.staff.proof.Credentials.Credential;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// User name and password: the first of two steps. It never signs in by itself; a right password is answered by the next
/// step and a ticket for it.
///
/// Parameters: `user_name`, `password`. Refusals: `wrong_credentials` (also for unknown names), `locked` with
/// `retry_after`, `suspended` (after a right password only), and with `ticket` and `expires_in`:
/// `password_change_required`, `enrolment_required`, `second_factor_required`.
@Component
class StaffPasswordGrant implements Grant {

    private final StaffSettings settings;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Tries tries;
    private final Steps steps;

    StaffPasswordGrant(StaffSettings settings, Credentials credentials, Passwords passwords, Tries tries,
            Steps steps) {
        this.settings = settings;
        this.credentials = credentials;
        this.passwords = passwords;
        this.tries = tries;
        this.steps = steps;
    }

    @Override
    public String type() {
        return "urn:jinlin:grant:staff-password";
    }

    @Override
    public Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException {
        if (!settings.localAccounts()) {
            throw new SignInRefusedException("local_accounts_off");
        }
        String password = parameters.getOrDefault("password", "");
        byte[] name = credentials.index(parameters.getOrDefault("user_name", ""));
        tries.take(name);
        Optional<Credential> found = credentials.find(name);
        // Nobody's password takes as long to be wrong as somebody's.
        boolean right = passwords.matches(password, found.map(Credential::hash).orElse(null));
        if (!right || found.isEmpty()) {
            tries.fail(name, found.map(Credential::staff).orElse(null));
            throw new SignInRefusedException("wrong_credentials");
        }
        tries.giveBack(name);
        Credential credential = found.get();
        if (credential.state() != StaffState.ACTIVE) {
            throw new SignInRefusedException("suspended");
        }
        if (passwords.isOutdated(credential.hash())) {
            credentials.rehash(credential, passwords.hash(password));
        }
        throw refusal(credential.staff(), credential.mustChange()
                ? Step.PASSWORD_CHANGE
                : steps.afterPassword(credential.staff()));
    }

    private SignInRefusedException refusal(UUID staff, Step step) {
        return new SignInRefusedException(step.refusal(), Map.of("ticket", steps.ticket(staff, step), "expires_in",
                Long.toString(Tickets.LIFE.toSeconds())));
    }
}
