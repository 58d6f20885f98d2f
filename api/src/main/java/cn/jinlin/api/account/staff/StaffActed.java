package cn.jinlin.api.account.staff;

import java.util.UUID;

import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;

/// Somebody changed units, staff or duties; for the audit trail. Published within the transaction.
///
/// @param act stable, in lower case with dots: `staff.suspended`
/// @param object the unit, member, duty or delegation it was done to
/// @param reason as stated, where the act asks for one
public record StaffActed(Subject actor, String act, UUID object, @Nullable String reason) {}
