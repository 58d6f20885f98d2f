package cn.jinlin.api.account.staff;

import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import org.jspecify.annotations.Nullable;

/// What staff may write into the forms of this domain. Every refusal names the field and what is allowed.
public final class StaffTexts {

    static final int LONGEST_UNIT_NAME = 120;
    static final int LONGEST_FOREIGN_NAME = 200;
    static final int SHORTEST_REASON = 4;
    static final int LONGEST_REASON = 200;
    private static final int LONGEST_PERSON_NAME = 40;
    private static final int LONGEST_MAIL = 254;
    /// Plain on purpose: it keeps line breaks and lists of addresses out of a mail's header.
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,}");

    private StaffTexts() {}

    /// @return the text without blanks around it
    /// @throws BadInput `empty` when nothing is left
    static String text(String given, String field, int longest, String empty) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw new BadInput("input." + field, empty);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new BadInput("input." + field, "TEXT_TOO_LONG", longest);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadInput("input." + field, "TEXT_HAS_CONTROL_CHARACTERS");
        }
        return text;
    }

    /// The name of a person.
    public static String personName(String given) {
        return text(given, "name", LONGEST_PERSON_NAME, "STAFF_NAME_EMPTY");
    }

    static String reason(String given) {
        String reason = text(given, "reason", LONGEST_REASON, "REASON_TOO_SHORT");
        if (reason.codePointCount(0, reason.length()) < SHORTEST_REASON) {
            throw new BadInput("input.reason", "REASON_TOO_SHORT", SHORTEST_REASON);
        }
        return reason;
    }

    public static @Nullable String mail(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String mail = given.strip();
        if (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches()) {
            throw new BadInput("input.mail", "STAFF_MAIL_INVALID");
        }
        return mail;
    }

    /// The key of a global id of that type.
    ///
    /// @throws BadInput `unknown` when it is none
    public static UUID key(String type, String id, String field, String unknown) {
        return GlobalId.find(id)
                .filter(global -> global.type().equals(type))
                .flatMap(global -> parse(global.key()))
                .orElseThrow(() -> new BadInput("input." + field, unknown));
    }

    private static java.util.Optional<UUID> parse(String key) {
        try {
            return java.util.Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException notOurs) {
            return java.util.Optional.empty();
        }
    }
}
