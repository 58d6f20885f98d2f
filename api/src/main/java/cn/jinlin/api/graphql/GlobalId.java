package cn.jinlin.api.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// An opaque global id: a type and the object's key within it. Clients pass it back and never look inside.
public record GlobalId(String type, String key) {

    private static final int LONGEST = 200;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static String of(String type, Object key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /// Reads an id; empty when the text is no id of this product.
    public static Optional<GlobalId> find(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return Optional.empty();
        }
        String plain;
        try {
            plain = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int colon = plain.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(new GlobalId(plain.substring(0, colon), plain.substring(colon + 1)));
    }

    /// The numeric key of an id of the given type; empty when the text is none.
    public static Optional<Long> findNumber(String type, String id) {
        return find(id).filter(global -> global.type.equals(type) && global.key.matches("\\d{1,18}"))
                .map(global -> Long.valueOf(global.key));
    }

    /// The key of an id of the given type whose objects go by UUID; empty when the text is none.
    public static Optional<UUID> findUuid(String type, String id) {
        return find(id).filter(global -> global.type.equals(type) && UUID_TEXT.matcher(global.key).matches())
                .map(global -> UUID.fromString(global.key));
    }

    /// @param field path of the id in the request
    /// @param unknown code of the refusal
    /// @throws BadInput when the text is no id of that type
    public static UUID readUuid(String type, String id, String field, String unknown) {
        return findUuid(type, id).orElseThrow(() -> new BadInput(field, unknown));
    }

    /// The same for ids whose key is a number.
    public static long readNumber(String type, String id, String field, String unknown) {
        return findNumber(type, id).orElseThrow(() -> new BadInput(field, unknown));
    }

    /// A UUID that a client made for one act, so that sending it again does nothing twice.
    ///
    /// @throws BadInput NOT_A_KEY
    public static UUID readKey(String key, String field) {
        if (!UUID_TEXT.matcher(key).matches()) {
            throw new BadInput(field, "NOT_A_KEY");
        }
        return UUID.fromString(key);
    }
}
