package cn.jinlin.api.sms;

/// The provider did not accept a message.
public class SmsFailedException extends Exception {

    private final boolean permanent;

    /// @param reason the provider's code; never the number or the text
    /// @param permanent whether sending the same again is useless: a dead number, a template that is not approved
    public SmsFailedException(String reason, boolean permanent) {
        super(reason);
        this.permanent = permanent;
    }

    public boolean permanent() {
        return permanent;
    }
}
