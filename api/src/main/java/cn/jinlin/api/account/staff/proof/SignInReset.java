package cn.jinlin.api.account.staff.proof;

import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.account.staff.DutiesChanged;
import cn.jinlin.api.account.staff.DutyPolicy;
import cn.jinlin.api.account.staff.StaffActed;
import cn.jinlin.api.account.staff.StaffSignInReset;
import cn.jinlin.api.account.staff.proof.Credentials.Credential;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Helps somebody who lost password or second factor.
@Service
class SignInReset {

    private static final int LETTERS = 20;

    private final Access access;
    private final DutyPolicy policy;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Steps steps;
    private final Tickets tickets;
    private final Tries tries;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SignInReset(Access access, DutyPolicy policy, Credentials credentials, Passwords passwords, Steps steps,
            Tickets tickets, Tries tries, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.access = access;
        this.policy = policy;
        this.credentials = credentials;
        this.passwords = passwords;
        this.steps = steps;
        this.tickets = tickets;
        this.tries = tries;
        this.transaction = transaction;
        this.events = events;
    }

    /// @return a password of 100 bits that must be changed at the next sign-in
    /// @throws BadInput when the member is unknown, or the caller themselves
    String reset(UUID staff) {
        access.require(Role.DISTRICT_ADMIN);
        policy.requireNotOneself(staff, "id");
        Credential credential = credentials.find(staff)
                .orElseThrow(() -> new BadInput("input.id", "STAFF_NOT_ACTIVE"));
        String password = Secrets.readable(LETTERS);
        String hash = passwords.hash(password);
        return Objects.requireNonNull(transaction.execute(_ -> {
            credentials.change(staff, hash, true);
            steps.factors().forEach(factor -> factor.remove(staff));
            tickets.endAll(staff);
            tries.clear(credentials.index(credential));
            events.publishEvent(new DutiesChanged(staff));
            events.publishEvent(new StaffSignInReset(staff));
            events.publishEvent(new StaffActed(access.getCaller().subject(), "staff.sign_in_reset", staff, null));
            return password;
        }));
    }
}
