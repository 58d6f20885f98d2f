package cn.jinlin.api.account.signin.passkey;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.security.Subject;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Questions put to devices. The first answer takes its question away, whether or not it is right.
@Repository
class PasskeyChallenges {

    private static final int BYTES = 32;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PasskeySettings settings;
    private final Clock clock;

    PasskeyChallenges(JdbcClient jdbc, PasskeySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /// What the answer will be taken for.
    enum Purpose {
        REGISTER, SIGN_IN, PROVE
    }

    /// @param name of the passkey to be made; null for the other purposes
    record Open(UUID id, Challenge challenge, @Nullable String name) {}

    /// @param subject whose answer is awaited; null where the answer tells who it is
    Open open(Purpose purpose, @Nullable Subject subject, @Nullable String name) {
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into passkey_challenge (id, purpose, subject, challenge, name, expires_at)
                values (:id, :purpose, :subject, :challenge, :name, :expires)
                """)
                .param("id", id)
                .param("purpose", purpose.name())
                .param("subject", subject == null ? null : subject.toString())
                .param("challenge", challenge)
                .param("name", name)
                .param("expires", Timestamp.from(clock.instant().plus(settings.challengeLife())))
                .update();
        return new Open(id, new DefaultChallenge(challenge), name);
    }

    /// @throws PasskeyRefusedException when there is no such question any more, or it was put to somebody else
    Open take(Purpose purpose, @Nullable Subject subject, String id) throws PasskeyRefusedException {
        if (!ID.matcher(id).matches()) {
            throw new PasskeyRefusedException("no challenge's id");
        }
        Optional<Open> found = jdbc.sql("""
                delete from passkey_challenge
                where id = :id and purpose = :purpose and subject is not distinct from cast(:subject as text) and expires_at > :now
                returning id, challenge, name
                """)
                .param("id", UUID.fromString(id))
                .param("purpose", purpose.name())
                .param("subject", subject == null ? null : subject.toString())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Open(row.getObject("id", UUID.class),
                        new DefaultChallenge(row.getBytes("challenge")), row.getString("name")))
                .optional();
        return found.orElseThrow(() -> new PasskeyRefusedException("no such challenge"));
    }
}
