package cn.jinlin.api.booking;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;

/// Global ids of what is booked.
public final class BookingIds {

    public static final String SLOT = "Slot";
    public static final String HOLD = "Hold";
    public static final String WAITLIST_ENTRY = "WaitlistEntry";
    /// Another domain's type: the person somebody acts for.
    public static final String RESIDENT = "Resident";

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private BookingIds() {}

    /// Empty when the text is no id of that type.
    public static Optional<UUID> find(String type, String id) {
        return GlobalId.find(id)
                .filter(global -> global.type().equals(type) && UUID_TEXT.matcher(global.key()).matches())
                .map(global -> UUID.fromString(global.key()));
    }

    /// @param field path of the id in the request
    /// @param unknown code of the refusal
    /// @throws BadInput when the text is no id of that type
    public static UUID read(String type, String id, String field, String unknown) {
        return find(type, id).orElseThrow(() -> new BadInput(field, unknown));
    }

    /// The same for ids whose key is a number.
    public static long readNumber(String type, String id, String field, String unknown) {
        return GlobalId.findNumber(type, id).orElseThrow(() -> new BadInput(field, unknown));
    }

    /// A key made by a client for one act.
    ///
    /// @throws BadInput NOT_A_KEY
    public static UUID readKey(String key) {
        if (!UUID_TEXT.matcher(key).matches()) {
            throw new BadInput("input.idempotencyKey", "NOT_A_KEY");
        }
        return UUID.fromString(key);
    }
}
