package cn.jinlin.api.account.signin.passkey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.signin.SignInMeansChanged;
import cn.jinlin.api.account.signin.SignInMeansChanged.Change;
import cn.jinlin.api.account.signin.passkey.PasskeyChallenges.Open;
import cn.jinlin.api.account.signin.passkey.PasskeyChallenges.Purpose;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.security.Subject;
import com.webauthn4j.data.AuthenticationData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The door to passkeys, of residents and of staff. Whoever calls has settled that the caller may act for the subject.
@Service
public class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final int LONGEST_NAME = 40;

    private final PasskeyRows rows;
    private final PasskeyChallenges challenges;
    private final PasskeyOptions options;
    private final PasskeyVerifier verifier;
    private final PasskeySettings settings;
    private final PersonalCipher cipher;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Passkeys(PasskeyRows rows, PasskeyChallenges challenges, PasskeyOptions options, PasskeyVerifier verifier,
            PasskeySettings settings, PersonalCipher cipher, ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.challenges = challenges;
        this.options = options;
        this.verifier = verifier;
        this.settings = settings;
        this.cipher = cipher;
        this.events = events;
        this.transaction = transaction;
    }

    /// The newest first.
    public List<Passkey> list(Subject subject) {
        return rows.list(subject);
    }

    public boolean has(Subject subject) {
        return !rows.listCredentialIds(subject).isEmpty();
    }

    /// @param name what its owner calls it
    /// @throws BadInput when the name does not fit, or the subject has as many passkeys as anybody may
    public PasskeyChallenge beginRegistration(Subject subject, String name) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.codePointCount(0, kept.length()) > LONGEST_NAME
                || kept.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadInput("input.name", "PASSKEY_NAME_UNFIT", LONGEST_NAME);
        }
        List<byte[]> known = rows.listCredentialIds(subject);
        requireRoom(known.size());
        return options.creation(challenges.open(Purpose.REGISTER, subject, kept), handle(subject), known);
    }

    /// Keeps the passkey that the device made.
    ///
    /// @throws BadInput when the answer proves nothing, or the passkey is somebody's already
    public Passkey finishRegistration(Subject subject, PasskeyAnswer answer) {
        KeptPasskey made;
        Open open;
        try {
            open = challenges.take(Purpose.REGISTER, subject, answer.challenge());
            made = verifier.verifyMade(subject, open.challenge(), answer.credential());
        } catch (PasskeyRefusedException refused) {
            throw new BadInput("input.credential", "WRONG_PASSKEY");
        }
        requireRoom(rows.listCredentialIds(subject).size());
        String name = String.valueOf(open.name());
        boolean kept = transaction.execute(_ -> {
            boolean inserted = rows.insert(made, name);
            if (inserted) {
                events.publishEvent(new SignInMeansChanged(subject, Change.PASSKEY_ADDED));
            }
            return inserted;
        });
        if (!kept) {
            throw new BadInput("input.credential", "PASSKEY_KNOWN");
        }
        return rows.list(subject).stream().filter(passkey -> passkey.id().equals(made.id())).findFirst().orElseThrow();
    }

    /// Asks a known person to prove, by one of their passkeys, that it is them: a second factor.
    ///
    /// @throws BadInput when they have none
    public PasskeyChallenge beginVerification(Subject subject) {
        List<byte[]> known = rows.listCredentialIds(subject);
        if (known.isEmpty()) {
            throw new BadInput("input", "UNKNOWN_PASSKEY");
        }
        return options.request(challenges.open(Purpose.PROVE, subject, null), known);
    }

    /// @throws PasskeyRefusedException unless the answer proves that it is them
    public void verify(Subject subject, PasskeyAnswer answer) throws PasskeyRefusedException {
        Open open = challenges.take(Purpose.PROVE, subject, answer.challenge());
        Subject proven = prove(open, answer.credential(), false);
        if (!proven.equals(subject)) {
            throw new PasskeyRefusedException("somebody else's passkey");
        }
    }

    /// Asks whoever is there to prove who they are.
    public PasskeyChallenge beginSignIn() {
        return options.request(challenges.open(Purpose.SIGN_IN, null, null), List.of());
    }

    /// @return who it is
    /// @throws PasskeyRefusedException unless the answer proves it
    public Subject identify(PasskeyAnswer answer) throws PasskeyRefusedException {
        Open open = challenges.take(Purpose.SIGN_IN, null, answer.challenge());
        return prove(open, answer.credential(), true);
    }

    /// @return false when the subject has no such passkey
    public boolean remove(Subject subject, UUID id) {
        return transaction.execute(_ -> {
            boolean removed = rows.delete(subject, id);
            if (removed) {
                events.publishEvent(new SignInMeansChanged(subject, Change.PASSKEY_REMOVED));
            }
            return removed;
        });
    }

    /// Takes away every passkey of a subject: for erasure.
    public void forget(Subject subject) {
        rows.deleteAll(subject);
    }

    private Subject prove(Open open, String credential, boolean byHandle) throws PasskeyRefusedException {
        AuthenticationData answer = verifier.read(credential);
        byte @Nullable [] credentialId = PasskeyVerifier.credentialId(answer);
        KeptPasskey kept = Optional.ofNullable(credentialId)
                .flatMap(rows::find)
                .orElseThrow(() -> new PasskeyRefusedException("unknown passkey"));
        byte @Nullable [] handle = PasskeyVerifier.userHandle(answer);
        // WebAuthn Level 3, 7.2 step 6: where nobody said who they are, the answer must.
        if (handle == null ? byHandle : !Arrays.equals(handle, handle(kept.subject()))) {
            throw new PasskeyRefusedException("somebody else's handle");
        }
        long signCount = verifier.verify(answer, open.challenge(), kept);
        if (!rows.countUse(kept.id(), signCount)) {
            log.warn("Passkey {} counts backwards: it may have been copied", kept.id());
            throw new PasskeyRefusedException("counts backwards");
        }
        return kept.subject();
    }

    private void requireRoom(int present) {
        if (present >= settings.mostEach()) {
            throw new BadInput("input", "TOO_MANY_PASSKEYS", settings.mostEach());
        }
    }

    /// How devices name the person: always the same, and telling nothing.
    private byte[] handle(Subject subject) {
        return cipher.blindIndex("passkey.user", subject.toString());
    }
}
