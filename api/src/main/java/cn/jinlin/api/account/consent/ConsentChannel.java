package cn.jinlin.api.account.consent;

/// How somebody agreed or withdrew.
public enum ConsentChannel {
    ONLINE, PAPER, GUARDIAN
}
