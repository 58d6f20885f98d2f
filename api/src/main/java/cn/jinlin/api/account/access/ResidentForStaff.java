package cn.jinlin.api.account.access;

import org.jspecify.annotations.Nullable;

/// A resident as staff see them unless they state a reason.
public record ResidentForStaff(String id, @Nullable String maskedName, @Nullable String maskedPhone,
        @Nullable Boolean isSixtyOrOver) {}
