package cn.jinlin.api.account.signin.passkey;

/// What a device is asked.
///
/// @param id comes back with the answer
/// @param options JSON text for the browser's parseCreationOptionsFromJSON or parseRequestOptionsFromJSON
public record PasskeyChallenge(String id, String options) {}
