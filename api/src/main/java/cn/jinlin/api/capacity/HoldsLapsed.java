package cn.jinlin.api.capacity;

import java.util.List;
import java.util.UUID;

/// Holds that nobody kept in time were given back. Told in the transaction that does it, before [PlacesFreed].
public record HoldsLapsed(long slot, List<UUID> claims) {

    public HoldsLapsed {
        claims = List.copyOf(claims);
    }
}
