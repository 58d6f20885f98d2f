/// Signing in by WeChat, and the identities that are bound to residents.
@NullMarked
@org.springframework.modulith.NamedInterface("wechat")
package cn.jinlin.api.account.signin.wechat;

import org.jspecify.annotations.NullMarked;
