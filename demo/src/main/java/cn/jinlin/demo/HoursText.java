package cn.jinlin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// Weekly hours in the short form that facility files use, `1-5 08:30-11:30; 6 09:00-12:00 2026-07-01..2026-08-31`:
/// days, span, and where they are bounded the days between which they hold.
final class HoursText {

    private HoursText() {}

    static List<DemoFacility.Hours> read(String text) {
        var rows = new ArrayList<DemoFacility.Hours>();
        for (String row : text.split("; ", -1)) {
            var cells = row.split(" ", -1);
            var span = period(cells[1]);
            var valid = cells.length > 2 ? cells[2].split("\\.\\.", -1) : new String[]{"", ""};
            rows.add(new DemoFacility.Hours(days(cells[0]), span.opens(), span.closes(), date(valid[0]),
                    date(valid[1])));
        }
        return List.copyOf(rows);
    }

    static DemoFacility.Period period(String span) {
        return new DemoFacility.Period(minute(span.substring(0, 5)), minute(span.substring(6)));
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private static List<Integer> days(String text) {
        int first = text.charAt(0) - '0';
        int last = text.charAt(text.length() - 1) - '0';
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    static String write(List<DemoFacility.Hours> rows) {
        return rows.stream().map(HoursText::write).collect(Collectors.joining("; "));
    }

    private static String write(DemoFacility.Hours row) {
        var days = row.byday();
        var span = days.getFirst() + (days.size() > 1 ? "-" + days.getLast() : "") + " "
                + write(new DemoFacility.Period(row.opens(), row.closes()));
        return row.validFrom() == null && row.validTo() == null
                ? span
                : span + " " + text(row.validFrom()) + ".." + text(row.validTo());
    }

    static String write(DemoFacility.Period span) {
        return clock(span.opens()) + "-" + clock(span.closes());
    }

    /// By hand, because a million facilities pass here and a formatter takes longer than all the rest.
    private static String clock(int minute) {
        int hour = minute / 60;
        int rest = minute % 60;
        return (hour < 10 ? "0" : "") + hour + (rest < 10 ? ":0" : ":") + rest;
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /// `2026-10-01 closed 检修; 2026-09-30 09:00-12:00,13:00-15:00 提早结束`.
    static String writeExceptions(List<DemoFacility.Closure> exceptions) {
        return exceptions.stream()
                .map(e -> e.date() + " " + periods(e.periods()) + " " + e.note())
                .collect(Collectors.joining("; "));
    }

    private static String periods(List<DemoFacility.Period> periods) {
        return periods.isEmpty() ? "closed" : periods.stream().map(HoursText::write).collect(Collectors.joining(","));
    }

    static List<DemoFacility.Period> readPeriods(String text) {
        return "closed".equals(text) ? List.of() : Arrays.stream(text.split(",", -1)).map(HoursText::period).toList();
    }
}
