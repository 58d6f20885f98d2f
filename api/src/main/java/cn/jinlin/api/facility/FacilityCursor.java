package cn.jinlin.api.facility;

import java.util.Base64;
import java.util.List;

import cn.jinlin.api.graphql.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where an item stands in a result: its position, which the plain search pages by, and its sort values, which the word
/// index pages by.
///
/// @param position 1 for the first item
/// @param sortValues empty when the plain search gave the item
record FacilityCursor(int position, List<Object> sortValues) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 1000;

    String write() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }

    /// @throws BadInput when the text is no cursor of this product
    static FacilityCursor read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new BadInput("after", "BROKEN_CURSOR");
        }
        try {
            FacilityCursor cursor = JSON.readValue(Base64.getUrlDecoder().decode(text), FacilityCursor.class);
            if (cursor.position < 1 || cursor.sortValues == null || cursor.sortValues.size() > 5
                    || !cursor.sortValues.stream().allMatch(FacilityCursor::isPlain)) {
                throw new BadInput("after", "BROKEN_CURSOR");
            }
            return cursor;
        } catch (IllegalArgumentException | JacksonException broken) {
            throw new BadInput("after", "BROKEN_CURSOR");
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number;
    }
}
