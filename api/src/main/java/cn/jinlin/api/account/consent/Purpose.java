package cn.jinlin.api.account.consent;

/// For what personal data is kept or used. The texts are data; that there is such a purpose, and what hangs on it, is not.
public enum Purpose {
    BASIC_SERVICE(false, true),
    HOME(false, false),
    ACCESSIBILITY(true, false),
    HEALTH(true, false),
    PUBLICATION(false, false),
    NOTIFY_SMS(false, false),
    NOTIFY_WECHAT(false, false),
    ACT_FOR_OTHER(false, false),
    UNDER_14(true, false);

    private final boolean sensitive;
    private final boolean required;

    Purpose(boolean sensitive, boolean required) {
        this.sensitive = sensitive;
        this.required = required;
    }

    /// Sensitive personal data, which needs a separate consent: Personal Information Protection Law, articles 28 to 31.
    public boolean isSensitive() {
        return sensitive;
    }

    /// Without it nobody signed in can be served.
    public boolean isRequired() {
        return required;
    }

    /// A child's guardian agrees to it and takes it back, nobody else.
    public boolean isGuardians() {
        return this == UNDER_14;
    }
}
