package cn.jinlin.api.account.rights;

import java.util.UUID;

/// A resident's erasure begins: whoever keeps them signed in ends that now. Told in the transaction that takes the phone
/// from the account; if that fails, it is told again.
public record ResidentErased(UUID resident) {}
