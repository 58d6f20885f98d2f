package cn.jinlin.api.account.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;

/// One look by staff at a resident. Never changed.
///
/// @param id grows with time
/// @param unit null for the whole district
/// @param reason in the words of the one who looked; null where none is asked for
public record AccessRecord(long id, @Nullable UUID unit, Role role, AccessAct act, List<PersonalField> fields,
        @Nullable RevealReason reasonKind, @Nullable String reason, Instant at) {}
