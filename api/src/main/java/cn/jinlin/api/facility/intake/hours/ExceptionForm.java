package cn.jinlin.api.facility.intake.hours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.OpeningPeriod;
import cn.jinlin.api.calendar.TimeOfDay;

/// Dated exceptions in the short form of our own files: `2026-10-01 closed 检修; 2026-09-30 09:00-12:00,13:00-15:00
/// 提早结束`.
public final class ExceptionForm {

    private static final int LONGEST_NOTE = 200;
    private static final int LONGEST_DAY = 500;
    private static final String SPAN = "\\d{2}:\\d{2}-\\d{2}:\\d{2}";
    private static final Pattern DAY = Pattern
            .compile(
                    "(?<date>\\d{4}-\\d{2}-\\d{2}) (?<periods>closed|" + SPAN + "(?:," + SPAN + ")*)(?: (?<note>.*))?");

    private ExceptionForm() {}

    /// @return by date; empty when the text is in another form, or says what cannot be
    public static Optional<List<ExceptionDay>> find(String text) {
        var days = new TreeMap<LocalDate, ExceptionDay>();
        for (String part : text.split(";")) {
            Matcher found = DAY.matcher(part.strip());
            if (part.length() > LONGEST_DAY || !found.matches()) {
                return Optional.empty();
            }
            try {
                var date = LocalDate.parse(found.group("date"));
                String note = found.group("note");
                if ((note != null && note.length() > LONGEST_NOTE) || days.containsKey(date)) {
                    return Optional.empty();
                }
                days.put(date, new ExceptionDay(date, periods(found.group("periods")), note));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(days.values()));
    }

    private static List<OpeningPeriod> periods(String text) {
        return text.equals("closed")
                ? List.of()
                : Stream.of(text.split(","))
                        .map(span -> new OpeningPeriod(TimeOfDay.parse(span.substring(0, 5)),
                                TimeOfDay.parse(span.substring(6))))
                        .toList();
    }
}
