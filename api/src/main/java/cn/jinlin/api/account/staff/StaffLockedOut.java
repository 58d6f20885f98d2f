package cn.jinlin.api.account.staff;

import java.time.Instant;
import java.util.UUID;

/// Too many wrong tries were made to sign in as this member. Published within the transaction.
public record StaffLockedOut(UUID staff, Instant until) {}
