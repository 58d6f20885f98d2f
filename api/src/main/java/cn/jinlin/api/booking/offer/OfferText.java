package cn.jinlin.api.booking.offer;

import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;

/// What texts and numbers of an offer must be like.
final class OfferText {

    private OfferText() {}

    /// @return without spaces around
    /// @throws BadInput TEXT_EMPTY, TEXT_TOO_LONG, TEXT_HAS_CONTROL_CHARACTERS
    static String require(String typed, String field, int longest) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new BadInput(field, "OFFER_TEXT_EMPTY");
        }
        if (text.length() > longest) {
            throw new BadInput(field, "TEXT_TOO_LONG", longest);
        }
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
            throw new BadInput(field, "TEXT_HAS_CONTROL_CHARACTERS");
        }
        return text;
    }

    /// The same for a text that may be missing; an empty one is.
    static @Nullable String requireAny(@Nullable String typed, String field, int longest) {
        return typed == null || typed.isBlank() ? null : require(typed, field, longest);
    }

    /// @throws BadInput NUMBER_OUT_OF_RANGE
    static int requireBetween(int number, int least, int most, String field) {
        if (number < least || number > most) {
            throw new BadInput(field, "NUMBER_OUT_OF_RANGE", least, most);
        }
        return number;
    }
}
