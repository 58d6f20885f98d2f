package cn.jinlin.api.account.signin.passkey;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import org.springframework.stereotype.Component;

/// Reads and verifies what devices answer, by the rules of WebAuthn Level 3, sections 7.1 and 7.2. The user must have been
/// verified by the device: by finger, face or PIN.
@Component
class PasskeyVerifier {

    private static final int LONGEST = 16_000;

    private final PasskeySettings settings;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final List<PublicKeyCredentialParameters> algorithms = PasskeyOptions.ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY,
                    COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    PasskeyVerifier(PasskeySettings settings) {
        this.settings = settings;
    }

    /// What is to be kept of a new passkey.
    record Made(byte[] credentialId, byte[] credential, long signCount, boolean backupEligible) {}

    Made verifyMade(byte[] challenge, String credential) throws PasskeyRefusedException {
        return guarded(credential, () -> {
            RegistrationData made = webAuthn.verifyRegistrationResponseJSON(credential,
                    new RegistrationParameters(server(challenge), algorithms, true, true));
            var data = made.getAttestationObject().getAuthenticatorData();
            var attested = data.getAttestedCredentialData();
            return new Made(attested.getCredentialId(), credentials.convert(attested), data.getSignCount(),
                    data.isFlagBE());
        });
    }

    AuthenticationData read(String credential) throws PasskeyRefusedException {
        return guarded(credential, () -> webAuthn.parseAuthenticationResponseJSON(credential));
    }

    /// @return how often the device says it was used
    long verify(AuthenticationData answer, byte[] challenge, KeptPasskey kept) throws PasskeyRefusedException {
        return guarded("", () -> {
            var known = new CredentialRecordImpl(new NoneAttestationStatement(), true, kept.backupEligible(), null,
                    kept.signCount(), credentials.convert(kept.credential()), null, null, null, null);
            return webAuthn.verify(answer,
                    new AuthenticationParameters(server(challenge), known, List.of(kept.credentialId()), true, true))
                    .getAuthenticatorData()
                    .getSignCount();
        });
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origins(settings.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(settings.relyingParty())
                .challenge(new DefaultChallenge(challenge))
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
