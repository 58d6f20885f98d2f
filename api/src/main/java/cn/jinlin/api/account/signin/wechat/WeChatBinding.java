package cn.jinlin.api.account.signin.wechat;

import java.time.Instant;
import java.util.UUID;

/// A WeChat identity that signs its resident in.
public record WeChatBinding(UUID id, Instant boundAt) {}
