package cn.jinlin.api.account.consent;

import java.util.UUID;

/// Somebody took an agreement back. Whoever keeps data for the purpose removes it while this is told, in the same
/// transaction.
public record ConsentWithdrawn(UUID resident, Purpose purpose) {}
