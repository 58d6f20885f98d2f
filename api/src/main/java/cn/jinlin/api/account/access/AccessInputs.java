package cn.jinlin.api.account.access;

import java.util.List;

import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of what staff do with residents.
final class AccessInputs {

    private AccessInputs() {}

    record Find(String phone, @Nullable String unit) {}

    record Found(@Nullable ResidentForStaff resident, List<UserError> userErrors) {}

    record Reveal(String id, List<PersonalField> fields, RevealReason reasonKind, String reason,
            @Nullable String unit) {}

    record Revealed(@Nullable RevealedResident resident, List<UserError> userErrors) {}
}
