package cn.jinlin.api.account.staff;

import java.util.UUID;

/// What somebody may do has changed, or who may say to be them: tokens made before must end. Published within the
/// transaction.
public record DutiesChanged(UUID staff) {}
