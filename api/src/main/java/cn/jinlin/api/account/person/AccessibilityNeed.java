package cn.jinlin.api.account.person;

/// What helps a person use a place. Sensitive: kept only with the consent ACCESSIBILITY.
public enum AccessibilityNeed {
    WHEELCHAIR, STEP_FREE, HEARING, SIGN_LANGUAGE, SIGHT, PLAIN_LANGUAGE, ESCORT
}
