package cn.jinlin.api.booking.desk;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// An estimate, and said to be one.
///
/// @param measured from so many that were served
record ExpectedWait(int minutes, int measured) {

    static @Nullable ExpectedWait of(@Nullable Duration wait, int measured) {
        return wait == null ? null : new ExpectedWait((int) Math.ceilDiv(wait.toSeconds(), 60), measured);
    }

    public boolean estimated() {
        return true;
    }
}
