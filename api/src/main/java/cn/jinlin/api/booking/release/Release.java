package cn.jinlin.api.booking.release;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.booking.offer.SlotRelease;
import org.jspecify.annotations.Nullable;

/// The hour at which places of a wanted service go out.
///
/// @param seedHash SHA-256 of the seed, hexadecimal
/// @param seed 32 bytes, hexadecimal; null until the order was drawn from it
/// @param drawnAt when that was
record Release(UUID id, long service, SlotRelease kind, Instant releasesAt, String seedHash, @Nullable String seed,
        @Nullable Instant drawnAt) {

    static final String TYPE = "Release";

    boolean isDrawn() {
        return drawnAt != null;
    }
}
