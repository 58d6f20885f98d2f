package cn.jinlin.api.account.paging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;

/// Global ids whose key is a UUID.
public final class Ids {

    public static final String RESIDENT = "Resident";
    public static final String UNIT = "Unit";

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

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
}
