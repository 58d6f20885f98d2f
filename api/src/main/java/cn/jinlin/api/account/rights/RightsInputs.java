package cn.jinlin.api.account.rights;

import java.util.List;

import cn.jinlin.api.account.consent.ConsentState;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of the rights over one's own data.
final class RightsInputs {

    private RightsInputs() {}

    record Withdraw(Purpose purpose, @Nullable String child) {}

    record Withdrawn(@Nullable ConsentState consent, @Nullable String erasureReceipt, List<UserError> userErrors) {}

    record Export(@Nullable String language) {}

    record Exported(@Nullable DataExport dataExport, List<UserError> userErrors) {}

    record Take(String id) {}

    record Taken(@Nullable DataCopy copy, List<UserError> userErrors) {}

    record Erase(boolean immediately) {}

    record Cancel(String id) {}

    record Erased(@Nullable Erasure erasure, @Nullable String receipt, List<UserError> userErrors) {}
}
