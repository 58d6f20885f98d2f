package cn.jinlin.api.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// An opaque global id: a type and the object's key within it. Clients pass it back and never look inside.
public record GlobalId(String type, String key) {

    private static final int LONGEST = 200;

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
}
