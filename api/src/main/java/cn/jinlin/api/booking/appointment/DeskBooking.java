package cn.jinlin.api.booking.appointment;

import java.util.UUID;

import cn.jinlin.api.capacity.Pool;
import org.jspecify.annotations.Nullable;

/// What staff book at a desk or by telephone.
///
/// @param pool PHONE or WALK_IN; PRIORITY for whoever uses a place kept for that
/// @param person null for whoever comes without an account
/// @param party 1 to the service's limit
/// @param key made by the client for this act; giving it again does nothing twice
public record DeskBooking(long slot, Pool pool, @Nullable UUID person, int party, UUID key) {}
