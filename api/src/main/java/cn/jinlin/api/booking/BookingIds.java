package cn.jinlin.api.booking;

import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;

/// Global ids of what is booked.
public final class BookingIds {

    public static final String SLOT = "Slot";
    public static final String HOLD = "Hold";
    public static final String WAITLIST_ENTRY = "WaitlistEntry";

    private BookingIds() {}

    /// The key of one act.
    ///
    /// @throws BadInput NOT_A_KEY
    public static UUID readKey(String key) {
        return GlobalId.readKey(key, "input.idempotencyKey");
    }
}
