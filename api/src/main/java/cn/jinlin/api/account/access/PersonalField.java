package cn.jinlin.api.account.access;

/// A field of a resident that staff may ask to see unmasked.
public enum PersonalField {
    NAME, PHONE, HOME, BIRTH_DATE, ACCESSIBILITY_NEEDS
}
