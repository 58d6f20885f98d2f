package cn.jinlin.api.booking.desk;

import java.util.List;

import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;

/// Bounds of what desks decide.
final class DeskPolicy {

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_ENGLISH_NAME = 40;
    private static final int MOST_COUNTERS = 100;

    private DeskPolicy() {}

    static String readCounterName(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || hasControls(name)) {
            throw new BadInput("input.name", "COUNTER_NAME_OUT_OF_RANGE", LONGEST_NAME);
        }
        return name;
    }

    static @Nullable String readEnglishCounterName(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String name = typed.strip();
        if (name.length() > LONGEST_ENGLISH_NAME || hasControls(name)) {
            throw new BadInput("input.nameEn", "COUNTER_NAME_OUT_OF_RANGE", LONGEST_ENGLISH_NAME);
        }
        return name;
    }

    static void requireRoom(List<Counter> present, String name) {
        if (present.size() >= MOST_COUNTERS && present.stream().noneMatch(counter -> counter.name().equals(name))) {
            throw new BadInput("input.name", "TOO_MANY_COUNTERS", MOST_COUNTERS);
        }
    }

    static LineRule readRule(DeskInputs.ChangeRule input) {
        requireWithin("input.earlyMinutes", input.earlyMinutes(), 0, 60);
        requireWithin("input.lateMinutes", input.lateMinutes(), 0, 120);
        requireWithin("input.priorityEvery", input.priorityEvery(), 2, 20);
        requireWithin("input.walkInEvery", input.walkInEvery(), 2, 20);
        requireWithin("input.callsBeforeMissed", input.callsBeforeMissed(), 1, 5);
        return new LineRule(input.earlyMinutes(), input.lateMinutes(), input.priorityEvery(), input.walkInEvery(),
                input.callsBeforeMissed());
    }

    private static void requireWithin(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInput(field, "RULE_OUT_OF_RANGE", least, most);
        }
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
