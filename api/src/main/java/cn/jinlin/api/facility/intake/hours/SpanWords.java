package cn.jinlin.api.facility.intake.hours;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Spans of a day as people write them, after [HoursTokens] folded the text.
final class SpanWords {

    static final Pattern ALL_DAY = Pattern
            .compile("7\\s?[*x×]\\s?24(?:\\s?小时|h)?|24\\s?小时|二十四小时|全天候|全天|全日|昼夜|24\\s?h(?:ou)?rs?|24h|24/7");
    static final Pattern SPAN = Pattern.compile(time("1") + "\\s*-\\s*" + time("2"));
    private static final int DAY = 24 * 60;
    /// What would stay open longer over midnight is taken for a slip in writing.
    private static final int LONGEST_NIGHT = 17 * 60;

    private SpanWords() {}

    private static String time(String group) {
        return "(?<half" + group + ">上午|早上|早晨|早|中午|午间|下午|午后|晚上|晚间|傍晚|晚|夜间|凌晨|am|pm)?[:\\s]*(?<next" + group
                + ">次日|翌日|第二天)?\\s*(?<hour" + group + ">\\d{1,2})(?::(?<minute" + group
                + ">\\d{2})(?::00)?|点(?:(?<half0" + group
                + ">半)|(?<word" + group + ">\\d{1,2})分?)?|时(?:(?<shi" + group + ">\\d{1,2})分?)?)?\\s*(?<suffix" + group
                + ">am|pm|a\\.m\\.|p\\.m\\.)?";
    }

    /// @return empty when the figures are no times of day, or make no sense together
    static Optional<Token.Span> span(Matcher found) {
        boolean bare = isBare(found, "1") && isBare(found, "2");
        var opens = minute(found, "1", null);
        // 下午1:30-5:00 ends in the afternoon too.
        var closes = minute(found, "2", isAfternoon(found, "1") ? "下午" : null);
        if (bare || opens.isEmpty() || closes.isEmpty()) {
            return Optional.empty();
        }
        int from = opens.get() == DAY ? 0 : opens.get();
        int to = closes.get();
        int length = to > from ? to - from : to + DAY - from;
        boolean slip = to <= from && length > LONGEST_NIGHT && length != DAY && found.group("next2") == null;
        return slip ? Optional.empty() : Optional.of(new Token.Span(from, to));
    }

    /// A number with nothing about it that tells of time: 3-5 may be anything.
    private static boolean isBare(Matcher found, String group) {
        var text = found.group();
        return found.group("minute" + group) == null && found.group("suffix" + group) == null
                && found.group("half" + group) == null
                && !text.contains("点") && !text.contains("时");
    }

    private static boolean isAfternoon(Matcher found, String group) {
        String half = found.group("half" + group);
        String suffix = found.group("suffix" + group);
        boolean late = half != null && List.of("下午", "午后", "晚上", "晚间", "晚", "傍晚", "夜间", "pm").contains(half);
        return late || (suffix != null && suffix.startsWith("p"));
    }

    private static Optional<Integer> minute(Matcher found, String group, @Nullable String inherited) {
        int hour = Integer.parseInt(found.group("hour" + group));
        int minute = 0;
        for (String name : new String[]{"minute", "word", "shi"}) {
            String digits = found.group(name + group);
            minute = digits == null ? minute : Integer.parseInt(digits);
        }
        minute = found.group("half0" + group) == null ? minute : 30;
        String half = found.group("half" + group);
        String suffix = found.group("suffix" + group);
        boolean own = half != null || suffix != null || found.group("next" + group) != null;
        boolean afternoon = own ? isAfternoon(found, group) || ("中午".equals(half) && hour < 6) : inherited != null;
        boolean midnight = suffix != null && suffix.startsWith("a") && hour == 12;
        hour = midnight ? 0 : afternoon && hour < 12 ? hour + 12 : hour;
        int total = hour * 60 + minute;
        return minute > 59 || total > DAY ? Optional.empty() : Optional.of(total);
    }
}
