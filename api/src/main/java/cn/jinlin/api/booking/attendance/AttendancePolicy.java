package cn.jinlin.api.booking.attendance;

import java.time.LocalDate;

import cn.jinlin.api.graphql.BadInput;

/// Bounds of what is written and decided about absences.
final class AttendancePolicy {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;
    private static final int LONGEST_REASON = 200;

    private AttendancePolicy() {}

    static String readWords(String typed, String field, String code) {
        return read(typed, field, code, LONGEST);
    }

    static String readExemptionReason(String typed) {
        return read(typed, "input.reason", "REASON_LENGTH_OUT_OF_RANGE", LONGEST_REASON);
    }

    static void requireLastDay(LocalDate until, LocalDate today) {
        if (until.isAfter(today.plusYears(1))) {
            throw new BadInput("input.until", "EXEMPTION_TOO_LONG");
        }
    }

    private static String read(String typed, String field, String code, int longest) {
        String text = typed.strip();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > longest) {
            throw new BadInput(field, code, SHORTEST, longest);
        }
        return text;
    }
}
