package cn.jinlin.api.account.signin;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.graphql.GlobalId;

/// Global ids of what has a UUID.
public final class SignInIds {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private SignInIds() {}

    public static String of(String type, UUID id) {
        return GlobalId.of(type, id);
    }

    /// Empty when the text is no id of that type.
    public static Optional<UUID> find(String type, String id) {
        return GlobalId.find(id)
                .filter(global -> global.type().equals(type) && UUID_TEXT.matcher(global.key()).matches())
                .map(global -> UUID.fromString(global.key()));
    }
}
