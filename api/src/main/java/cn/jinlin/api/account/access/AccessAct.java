package cn.jinlin.api.account.access;

/// What staff did with a resident's data.
public enum AccessAct {
    FOUND_BY_PHONE, VIEWED, REVEALED, REGISTERED
}
