package cn.jinlin.api.account.signin.wechat;

import org.jspecify.annotations.Nullable;

/// Somebody's account at WeChat, as one mini-program knows it. Prints itself without saying who it is.
///
/// @param appId of the mini-program
/// @param openId of the person within it
/// @param unionId of the person within all that the same operator has; null unless they are linked
record WeChatIdentity(String appId, String openId, @Nullable String unionId) {

    @Override
    public String toString() {
        return "WeChatIdentity[" + appId + "]";
    }
}
