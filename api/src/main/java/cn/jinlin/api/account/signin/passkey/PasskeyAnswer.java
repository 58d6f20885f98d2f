package cn.jinlin.api.account.signin.passkey;

/// What a device answered; not to be believed before it is verified.
///
/// @param challenge the id of what it answers
/// @param credential JSON text of the credential's `toJSON()`
public record PasskeyAnswer(String challenge, String credential) {}
