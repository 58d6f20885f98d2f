package cn.jinlin.api.account.family;

import java.util.UUID;

/// Somebody is asked to act for a person. Told in the transaction of the invitation; the invited hears of it by message.
public record ProxyInvited(UUID proxy, UUID person) {}
