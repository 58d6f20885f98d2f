package cn.jinlin.api.account.signin;

import cn.jinlin.api.security.Subject;

/// Somebody can sign in by another means than before, or no longer by one. Published within the transaction that changes
/// it: for the audit trail, and for telling the owner, who may not have been the one.
public record SignInMeansChanged(Subject subject, Change change) {

    /// What happened to the means.
    public enum Change {
        PHONE_CHANGED, WECHAT_BOUND, WECHAT_UNBOUND, PASSKEY_ADDED, PASSKEY_REMOVED
    }
}
