package cn.jinlin.api.account.signin.wechat;

import java.util.Locale;

/// WeChat did not tell whose code it is.
class WeChatRefusedException extends Exception {

    private final Reason reason;

    WeChatRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /// Why.
    enum Reason {
        /// The code is not WeChat's, was used, or is older than five minutes (40029).
        WECHAT_CODE_INVALID,
        /// WeChat holds the person for a risk (40226).
        WECHAT_BLOCKED,
        /// The person asks too often, more than a hundred times a minute (45011).
        WECHAT_TOO_OFTEN,
        /// WeChat was busy, twice (-1).
        WECHAT_BUSY,
        /// WeChat did not answer in time, or nothing that makes sense, or is not configured.
        WECHAT_UNAVAILABLE
    }

    Reason reason() {
        return reason;
    }

    /// As sign-in refusals are written.
    String code() {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
