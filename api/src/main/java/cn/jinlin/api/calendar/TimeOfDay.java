package cn.jinlin.api.calendar;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A wall-clock time in Asia/Shanghai, in minutes since midnight; 24:00 is the end of the day.
///
/// @param minute 0 to 1440
public record TimeOfDay(int minute) implements Comparable<TimeOfDay> {

    public static final int MINUTES_PER_DAY = 24 * 60;

    /// Each hit of a search shows a few of these; formatting them anew would cost more than finding it.
    private static final String[] WRITTEN = IntStream.rangeClosed(0, MINUTES_PER_DAY)
            .mapToObj(minute -> String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60))
            .toArray(String[]::new);
    private static final Pattern TEXT = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");

    public TimeOfDay {
        if (minute < 0 || minute > MINUTES_PER_DAY) {
            throw new IllegalArgumentException("No such time of day: " + minute + " minutes");
        }
    }

    /// Reads HH:mm.
    ///
    /// @throws IllegalArgumentException when the text is none
    @JsonCreator
    public static TimeOfDay parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a time of day as HH:mm");
        }
        return new TimeOfDay(Integer.parseInt(text, 0, 2, 10) * 60 + Integer.parseInt(text, 3, 5, 10));
    }

    @Override
    public int compareTo(TimeOfDay other) {
        return Integer.compare(minute, other.minute);
    }

    @JsonValue
    @Override
    public String toString() {
        return WRITTEN[minute];
    }
}
