package cn.jinlin.api.account.signin.passkey;

/// A device's answer proves nothing: wrong, late, repeated, for another site, or of a passkey nobody knows. Why is for the
/// log alone.
public class PasskeyRefusedException extends Exception {

    PasskeyRefusedException(String reason) {
        super(reason);
    }
}
