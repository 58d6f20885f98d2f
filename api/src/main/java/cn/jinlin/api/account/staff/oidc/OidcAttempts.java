package cn.jinlin.api.account.staff.oidc;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import cn.jinlin.api.account.staff.oidc.IdentityProvider.Binding;
import cn.jinlin.api.account.staff.proof.Secrets;
import cn.jinlin.api.personal.PersonalCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Sign-ins that are on their way to the provider and back; any node can take up what another began.
@Repository
class OidcAttempts {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String VERIFIER = "staff_oidc_attempt.verifier";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    OidcAttempts(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// @param invitation secret of the invitation that is to be accepted on the way; null without
    record Begun(Binding binding, Optional<Invitation> invitation) {}

    /// Hash of the secret of an invitation.
    static final class Invitation {
        private final byte[] hash;

        Invitation(byte[] hash) {
            this.hash = hash;
        }

        byte[] hash() {
            return hash.clone();
        }
    }

    void insert(Binding binding, String browserSecret, @Nullable String invitation) {
        jdbc.sql("""
                insert into staff_oidc_attempt (state_hash, browser_hash, nonce, verifier_cipher, invitation_hash, expires_at)
                values (:state, :browser, :nonce, :verifier, :invitation, :expires)""")
                .param("state", Secrets.hash(binding.state()))
                .param("browser", Secrets.hash(browserSecret))
                .param("nonce", binding.nonce())
                .param("verifier", cipher.encrypt(VERIFIER, binding.verifier()))
                .param("invitation", invitation == null ? null : Secrets.hash(invitation))
                .param("expires", Timestamp.from(clock.instant().plus(LIFE)))
                .update();
    }

    /// Takes an attempt, once. One that another browser began is nobody's.
    Optional<Begun> take(String state, String browserSecret) {
        return jdbc.sql("""
                delete from staff_oidc_attempt where state_hash = ? and browser_hash = ? and expires_at > ?
                returning nonce, verifier_cipher, invitation_hash""")
                .params(Secrets.hash(state), Secrets.hash(browserSecret), Timestamp.from(clock.instant()))
                .query((row, _) -> new Begun(
                        new Binding(state, row.getString("nonce"),
                                cipher.decrypt(VERIFIER, row.getBytes("verifier_cipher"))),
                        Optional.ofNullable(row.getBytes("invitation_hash")).map(Invitation::new)))
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forget() {
        jdbc.sql("delete from staff_oidc_attempt where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
