package cn.jinlin.api.account.signin.passkey;

import java.util.UUID;

import cn.jinlin.api.security.Subject;

/// What the record keeps to verify a passkey.
///
/// @param credential attested credential data as WebAuthn writes it, with the public key
/// @param signCount how often the device says it was used; 0 where it does not count
/// @param backupEligible whether its maker said it may be copied to other devices of its owner
record KeptPasskey(UUID id, Subject subject, byte[] credentialId, byte[] credential, long signCount,
        boolean backupEligible) {}
