package cn.jinlin.api.account.access;

import java.util.UUID;

import cn.jinlin.api.security.Duty;
import org.jspecify.annotations.Nullable;

/// A member of staff looked at a resident or acted on one. For the audit trail, and to tell the person; told in the
/// transaction of the act.
///
/// @param resident null when a desk looked for a number that nobody has
public record StaffActed(UUID staff, Duty duty, AccessAct act, @Nullable UUID resident,
        @Nullable RevealReason reasonKind) {}
