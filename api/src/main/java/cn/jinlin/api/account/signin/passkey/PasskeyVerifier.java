package cn.jinlin.api.account.signin.passkey;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import cn.jinlin.api.security.Subject;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads and verifies what devices answer, by the rules of WebAuthn Level 3, sections 7.1 and 7.2. The user must have been
/// verified by the device: by finger, face or PIN.
@Component
class PasskeyVerifier {

    private static final int LONGEST = 16_000;

    private final PasskeySettings settings;
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();
    private final List<PublicKeyCredentialParameters> algorithms = PasskeyOptions.ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY,
                    COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    PasskeyVerifier(PasskeySettings settings) {
        this.settings = settings;
    }

    /// @return what is to be kept of a new passkey
    KeptPasskey verifyMade(Subject subject, Challenge challenge, String credential) throws PasskeyRefusedException {
        return guarded(credential, () -> {
            var data = Objects
                    .requireNonNull(webAuthn.verifyRegistrationResponseJSON(credential,
                            new RegistrationParameters(server(challenge), algorithms, true, true))
                            .getAttestationObject())
                    .getAuthenticatorData();
            return new KeptPasskey(UUID.randomUUID(), subject,
                    Objects.requireNonNull(data.getAttestedCredentialData()), data.getSignCount(), data.isFlagBE());
        });
    }

    AuthenticationData read(String credential) throws PasskeyRefusedException {
        return guarded(credential, () -> webAuthn.parseAuthenticationResponseJSON(credential));
    }

    /// @return how often the device says it was used
    long verify(AuthenticationData answer, Challenge challenge, KeptPasskey kept) throws PasskeyRefusedException {
        return guarded("", () -> {
            var known = new CredentialRecordImpl(new NoneAttestationStatement(), true, kept.backupEligible(), null,
                    kept.signCount(), kept.credential(), null, null, null, null);
            var parameters = new AuthenticationParameters(server(challenge), known, List.of(kept.credentialId()), true,
                    true);
            return Objects.requireNonNull(webAuthn.verify(answer, parameters).getAuthenticatorData()).getSignCount();
        });
    }

    // The library's annotations call the bytes nullable where they mean the array.
    @SuppressWarnings("NullAway")
    static byte @Nullable [] credentialId(AuthenticationData answer) {
        return answer.getCredentialId();
    }

    @SuppressWarnings("NullAway")
    static byte @Nullable [] userHandle(AuthenticationData answer) {
        return answer.getUserHandle();
    }

    private ServerProperty server(Challenge challenge) {
        return ServerProperty.builder()
                .origins(settings.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(settings.relyingParty())
                .challenge(challenge)
                .build();
    }

    /// Whatever the library stumbles over came from outside, and proves nothing.
    private static <T> T guarded(String credential, Supplier<T> work) throws PasskeyRefusedException {
        if (credential.length() > LONGEST) {
            throw new PasskeyRefusedException("too long");
        }
        try {
            return work.get();
        } catch (RuntimeException refused) {
            throw new PasskeyRefusedException(refused.getClass().getSimpleName());
        }
    }
}
