package cn.jinlin.api.account.staff;

import java.util.UUID;

/// An administrator gave somebody a one-time password and removed their second factor: they should hear of it. Published
/// within the transaction.
public record StaffSignInReset(UUID staff) {}
