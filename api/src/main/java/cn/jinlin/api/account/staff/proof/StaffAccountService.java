package cn.jinlin.api.account.staff.proof;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import cn.jinlin.api.account.staff.DutiesChanged;
import cn.jinlin.api.account.staff.proof.Credentials.Credential;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.SignInRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What members of staff do with their own account: signed in, or on their way there with a ticket.
@Service
public class StaffAccountService {

    private final Access access;
    private final Credentials credentials;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Tries tries;
    private final Tickets tickets;
    private final Steps steps;
    private final Totp totp;
    private final RecoveryCodes recoveryCodes;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    StaffAccountService(Access access, Credentials credentials, Passwords passwords, PasswordPolicy policy,
            Tries tries, Tickets tickets, Steps steps, Totp totp, RecoveryCodes recoveryCodes,
            TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.access = access;
        this.credentials = credentials;
        this.passwords = passwords;
        this.policy = policy;
        this.tries = tries;
        this.tickets = tickets;
        this.steps = steps;
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.transaction = transaction;
        this.events = events;
    }

    /// A ticket and what it is for.
    public record Next(Step step, String ticket) {}

    /// The codes, and the ticket that finishes the sign-in; null for whoever is signed in.
    record Confirmed(List<String> recoveryCodes, @Nullable String ticket) {}

    /// What somebody signs in by, if by a password.
    record State(boolean totpEnrolled, int recoveryCodesLeft, Optional<Credential> credential) {}

    /// The member of staff who asks.
    ///
    /// @throws AccessDeniedException unless one is signed in
    UUID getSelf() {
        Caller caller = access.getCaller();
        if (!caller.isStaff()) {
            throw new AccessDeniedException("For staff");
        }
        return caller.subject().id();
    }

    State state(UUID staff) {
        return new State(totp.isEnrolled(staff), recoveryCodes.countLeft(staff), credentials.find(staff));
    }

    /// The user name and password of a new account. Within the caller's transaction.
    ///
    /// @throws BadInput when one of them breaks a rule, or the name is taken
    public Next create(UUID staff, String typedName, String password) {
        String userName = policy.requireUserName(typedName);
        policy.require(password, userName, "password");
        credentials.insert(staff, userName, passwords.hash(password));
        tries.clear(credentials.index(userName));
        Step step = steps.afterPassword(staff);
        return new Next(step, steps.ticket(staff, step));
    }

    /// @param ticket of a sign-in that asked for another password
    /// @throws BadInput when the ticket is over, or the password breaks a rule
    Next replacePassword(String ticket, String newPassword) {
        UUID staff = peek(ticket, Step.PASSWORD_CHANGE);
        Credential credential = get(staff);
        requireNew(credential, newPassword);
        String hash = passwords.hash(newPassword);
        return inTransaction(() -> {
            if (tickets.take(ticket, Step.PASSWORD_CHANGE).isEmpty()) {
                throw new BadInput("input.ticket", "TICKET_OVER");
            }
            change(staff, hash);
            Step step = steps.afterPassword(staff);
            return new Next(step, steps.ticket(staff, step));
        });
    }

    /// For whoever is signed in; their sessions end, this one too.
    void changePassword(@Nullable String currentPassword, String newPassword) {
        UUID staff = getSelf();
        Credential credential = requirePassword(staff, currentPassword, "currentPassword");
        requireNew(credential, newPassword);
        String hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(_ -> change(staff, hash));
    }

    private void requireNew(Credential credential, String newPassword) {
        policy.require(newPassword, credential.userName(), "newPassword");
        if (passwords.matches(newPassword, credential.hash())) {
            throw new BadInput("input.newPassword", "PASSWORD_UNCHANGED");
        }
    }

    private void change(UUID staff, String hash) {
        credentials.change(staff, hash, false);
        tickets.endAll(staff);
        events.publishEvent(new DutiesChanged(staff));
    }

    /// A secret for an authenticator app, and the user name it is shown with.
    record Begun(String secret, String userName) {}

    /// @throws BadInput when the ticket is over, the password is wrong, or an app is in use
    Begun enrolTotp(@Nullable String ticket, @Nullable String password) {
        UUID staff = ticket == null ? getSelf() : peek(ticket, Step.ENROLMENT);
        Credential credential = ticket == null ? requirePassword(staff, password, "password") : get(staff);
        if (totp.isEnrolled(staff)) {
            throw new BadInput("input", "TOTP_IN_USE");
        }
        return new Begun(totp.begin(staff), credential.userName());
    }

    /// @throws BadInput when the ticket is over, or the code is not right
    Confirmed confirmTotp(@Nullable String ticket, String code) {
        UUID staff = ticket == null ? getSelf() : peek(ticket, Step.ENROLMENT);
        Credential credential = get(staff);
        take(credential);
        Confirmed confirmed = transaction.execute(_ -> {
            if (!totp.confirm(staff, code)) {
                return null;
            }
            List<String> codes = recoveryCodes.renew(staff);
            if (ticket == null) {
                return new Confirmed(codes, null);
            }
            if (tickets.take(ticket, Step.ENROLMENT).isEmpty()) {
                throw new BadInput("input.ticket", "TICKET_OVER");
            }
            return new Confirmed(codes, steps.ticket(staff, Step.TOKEN));
        });
        if (confirmed == null) {
            tries.fail(credentials.index(credential), staff);
            throw new BadInput("input.code", "CODE_WRONG");
        }
        tries.giveBack(credentials.index(credential));
        return confirmed;
    }

    /// @throws BadInput when the password is wrong
    List<String> renewRecoveryCodes(String password) {
        UUID staff = getSelf();
        requirePassword(staff, password, "password");
        return inTransaction(() -> recoveryCodes.renew(staff));
    }

    private Credential requirePassword(UUID staff, @Nullable String password, String field) {
        Credential credential = get(staff);
        take(credential);
        if (!passwords.matches(password == null ? "" : password, credential.hash())) {
            tries.fail(credentials.index(credential), staff);
            throw new BadInput("input." + field, "PASSWORD_WRONG");
        }
        tries.giveBack(credentials.index(credential));
        return credential;
    }

    private void take(Credential credential) {
        try {
            tries.take(credentials.index(credential));
        } catch (SignInRefusedException locked) {
            throw new BadInput("input", "STAFF_NAME_LOCKED");
        }
    }

    private UUID peek(String ticket, Step step) {
        return tickets.peek(ticket, step).orElseThrow(() -> new BadInput("input.ticket", "TICKET_OVER"));
    }

    /// Whoever comes by the identity provider, or by the operator's command line, has no password here.
    private Credential get(UUID staff) {
        return credentials.find(staff).orElseThrow(() -> new AccessDeniedException("Has no local account"));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
