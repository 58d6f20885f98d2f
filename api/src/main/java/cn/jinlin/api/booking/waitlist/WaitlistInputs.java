package cn.jinlin.api.booking.waitlist;

import java.util.List;

import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of waiting.
final class WaitlistInputs {

    private WaitlistInputs() {}

    record Join(String slot, @Nullable String person, int party, String idempotencyKey) {}

    record Leave(String entry) {}

    record Payload(@Nullable WaitlistEntry entry, List<UserError> userErrors) {}
}
