package cn.jinlin.api.account.family;

/// What somebody may do in another's name.
public enum Scope {
    BOOKING, LETTERS, VOLUNTEERING
}
