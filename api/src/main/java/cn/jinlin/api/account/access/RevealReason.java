package cn.jinlin.api.account.access;

/// Why staff want to see unmasked data.
public enum RevealReason {
    APPOINTMENT, CALL_BACK, IDENTITY_CHECK, LETTER, EMERGENCY
}
