package cn.jinlin.api.facility.intake.hours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.calendar.TimeOfDay;
import org.jspecify.annotations.Nullable;

/// The short form of our own files: `1-5 08:30-11:30; 6,7 09:00-12:00 2026-07-01..2026-08-31`.
final class ScheduleForm {

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern LINE = Pattern
            .compile("(?<days>[1-7](?:[-,][1-7])*) (?<opens>\\d{2}:\\d{2})-(?<closes>\\d{2}:\\d{2})"
                    + "(?: (?<from>" + DATE + ")?\\.\\.(?<to>" + DATE + ")?)?");

    private ScheduleForm() {}

    /// @return empty when the text is in another form, or says what cannot be
    static Optional<List<ScheduleLine>> find(String text) {
        var lines = new ArrayList<ScheduleLine>();
        for (String part : text.split(";")) {
            Matcher found = LINE.matcher(part.strip());
            if (!found.matches()) {
                return Optional.empty();
            }
            try {
                LocalDate from = date(found.group("from"));
                LocalDate to = date(found.group("to"));
                if (from != null && to != null && from.isAfter(to)) {
                    return Optional.empty();
                }
                lines.add(new ScheduleLine(days(found.group("days")), TimeOfDay.parse(found.group("opens")),
                        TimeOfDay.parse(found.group("closes")), from, to));
            } catch (IllegalArgumentException | DateTimeException e) {
                // 25:00 or the 31st of June: as unreadable as any other text, and reported as such.
                return Optional.empty();
            }
        }
        return Optional.of(lines);
    }

    private static List<Integer> days(String text) {
        var days = new TreeSet<Integer>();
        for (String part : text.split(",")) {
            int first = part.charAt(0) - '0';
            days.addAll(DayWords.range(first, part.length() > 1 ? part.charAt(part.length() - 1) - '0' : 0));
        }
        return List.copyOf(days);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
