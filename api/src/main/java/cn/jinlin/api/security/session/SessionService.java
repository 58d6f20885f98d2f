package cn.jinlin.api.security.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Sessions;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.SignedIn;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens, renews, lists and ends sign-ins.
@Service
public class SessionService implements Sessions {

    /// Two tabs that renew at once, or a client that asks again at once, get the same answer.
    static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final String NO_DEVICE = "";

    private final SessionRows rows;
    private final Secrets secrets;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SessionService(SessionRows rows, Secrets secrets, Clock clock, TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.clock = clock;
        this.rows = rows;
        this.secrets = secrets;
        this.transaction = transaction;
        this.events = events;
    }

    /// A new session, whatever the device held before.
    @Transactional
    public OpenSession open(Subject subject, String client, Device device) {
        var opened = new OpenSession(UUID.randomUUID(), subject, secrets.fresh(), secrets.fresh(),
                clock.instant());
        SessionRows.Past past = rows.past(subject, client, device.name());
        rows.insert(opened, client, device.name(), AddressMask.of(device.address()));
        rows.endBeyondMost(subject);
        events.publishEvent(
                new SignedIn(subject, device.name(), opened.signedInAt(), past.isEmpty(), past.hasDevice()));
        return opened;
    }

    /// The next refresh token for one that is shown.
    ///
    /// A token whose successor was never shown may come again, because its answer may have been lost: within ten seconds it
    /// gives the same successor, later another one, and the lost one is then as good as stolen. So a client on a bad line
    /// never has to sign in again, and of two holders of one token the second to renew is found out with the next renewal
    /// of the other.
    ///
    /// @throws SignInRefusedException `session_over` when it is unknown, too old or ended; `refresh_reused` and
    ///         `other_device` when it was stolen, which ends the session
    public OpenSession renew(String token, String deviceSecret, String client) throws SignInRefusedException {
        Renewal renewal = transaction.execute(_ -> tryToRenew(token, deviceSecret, client));
        if (renewal.session() == null) {
            throw new SignInRefusedException(renewal.refusal());
        }
        return renewal.session();
    }

    /// The end of a session must be committed although the request is refused; so a refusal is a value here.
    private record Renewal(@Nullable OpenSession session, String refusal) {}

    private Renewal tryToRenew(String token, String deviceSecret, String client) {
        SessionRows.Renewable session = rows.findByToken(token, deviceSecret).orElse(null);
        if (session == null || !session.isOpen() || !session.client().equals(client)) {
            return new Renewal(null, "session_over");
        }
        if (!session.isSameDevice()) {
            rows.end(session.id(), Ending.OTHER_DEVICE);
            return new Renewal(null, "other_device");
        }
        if (session.isPrevious() && session.salt() != null && session.sinceRotation() <= AT_ONCE.toSeconds()) {
            return renewed(session, secrets.successor(token, session.salt()), deviceSecret);
        }
        if (!session.isCurrent() && !session.isPrevious()) {
            rows.end(session.id(), Ending.REFRESH_REUSED);
            return new Renewal(null, "refresh_reused");
        }
        String salt = secrets.fresh();
        String next = secrets.successor(token, salt);
        rows.rotate(session.id(), token, salt, next);
        return renewed(session, next, deviceSecret);
    }

    private static Renewal renewed(SessionRows.Renewable session, String next, String deviceSecret) {
        return new Renewal(new OpenSession(session.id(), session.subject(), next, deviceSecret, session.signedInAt()),
                "");
    }

    /// The open sessions of somebody, the last used first; at most 20.
    public List<Session> listOpen(Subject subject) {
        return rows.listOpen(subject);
    }

    /// @return whether it was open
    @Transactional
    public boolean signOut(UUID session) {
        return rows.end(session, Ending.SIGNED_OUT);
    }

    /// Ends a session of the given owner.
    ///
    /// @return false when the owner has no such session
    @Transactional
    public boolean end(UUID session, Subject owner) {
        boolean isTheirs = rows.find(session).filter(found -> found.subject().equals(owner)).isPresent();
        if (isTheirs) {
            rows.end(session, Ending.ENDED_BY_OWNER);
        }
        return isTheirs;
    }

    /// Ends the session that a refresh token was given in to that client, if there is one.
    @Transactional
    public void endByToken(String token, String client) {
        rows.findByToken(token, NO_DEVICE)
                .filter(session -> session.client().equals(client))
                .ifPresent(session -> rows.end(session.id(), Ending.SIGNED_OUT));
    }

    /// @return how many sessions ended
    @Transactional
    public int signOutEverywhere(Subject subject) {
        return rows.endAll(subject, Ending.EVERYWHERE);
    }

    @Override
    @Transactional
    public int endAll(Subject subject) {
        return rows.endAll(subject, Ending.REVOKED);
    }

    /// The session, open or not.
    public Optional<Session> find(UUID session) {
        return rows.find(session);
    }
}
