package cn.jinlin.api.account.signin.passkey;

import java.util.UUID;

import cn.jinlin.api.security.Subject;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;

/// What the record keeps to verify a passkey.
///
/// @param credential its id and its public key
/// @param signCount how often the device says it was used; 0 where it does not count
/// @param backupEligible whether its maker said it may be copied to other devices of its owner
record KeptPasskey(UUID id, Subject subject, AttestedCredentialData credential, long signCount,
        boolean backupEligible) {

    private static final AttestedCredentialDataConverter FORM = new AttestedCredentialDataConverter(
            new ObjectConverter());

    /// Reads what [#bytes] wrote.
    static AttestedCredentialData credential(byte[] bytes) {
        return FORM.convert(bytes);
    }

    byte[] credentialId() {
        return credential.getCredentialId();
    }

    /// As WebAuthn writes attested credential data.
    byte[] bytes() {
        return FORM.convert(credential);
    }
}
