package cn.jinlin.api.facility.intake.hours;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.calendar.TimeOfDay;
import org.jspecify.annotations.Nullable;

/// Reads weekly opening hours from free Chinese or English text, or in the short form of our own files. What it is not
/// sure of it leaves unread.
public final class HoursReader {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_FORM = 4_000;
    private static final int MOST_LINES = 50;
    private static final Pattern AS_USUAL = Pattern
            .compile("全年无休|(?:闭馆|休息|休馆)\\W*(?:遇)?(?:国家|国定)?(?:法定)?(?:节假日|节日|假日)除外|(?<!不)含(?:法定)?节假日|节假日(?:照常|正常|不休)");
    private static final Pattern NOT_ON_HOLIDAYS = Pattern.compile("不含(?:国家)?(?:法定)?节假日");

    private final List<ScheduleLine> lines = new ArrayList<>();
    private final NavigableSet<Integer> closedDays = new TreeSet<>();
    private @Nullable NavigableSet<Integer> days;
    private @Nullable HolidayPolicy policy;
    /// Days were named, and no hours yet.
    private boolean naming;
    /// Some hours had days before them.
    private boolean named;
    private boolean holidaysNamed;
    private boolean holidaysOnly;

    private HoursReader() {}

    /// @return empty when any part of the text is not understood
    public static Optional<ReadHours> find(String text) {
        Optional<List<ScheduleLine>> own = text.length() > LONGEST_FORM ? Optional.empty() : ScheduleForm.find(text);
        if (own.isPresent()) {
            return own.map(lines -> new ReadHours(lines, Optional.empty()));
        }
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var folded = HoursTokens.fold(text);
        return HoursTokens.of(folded).flatMap(tokens -> new HoursReader().read(tokens, folded));
    }

    private Optional<ReadHours> read(List<Token> tokens, String folded) {
        for (Token token : tokens) {
            switch (token) {
                case Token.Days named -> name(named.days());
                case Token.Span span -> open(span);
                case Token.Holidays() -> holidays();
                case Token.Closed() -> close();
                case Token.And() -> {
                    // 周一、周三: named days add up until hours follow, with or without a word between.
                }
            }
        }
        if (AS_USUAL.matcher(folded).find()) {
            policy = HolidayPolicy.AS_USUAL;
        }
        if (NOT_ON_HOLIDAYS.matcher(folded).find()) {
            policy = HolidayPolicy.FOLLOWS_CALENDAR;
        }
        return finished();
    }

    private void name(NavigableSet<Integer> named) {
        var now = new TreeSet<>(named);
        if (naming && days != null) {
            now.addAll(days);
        }
        days = now;
        naming = true;
        holidaysOnly = false;
    }

    private void holidays() {
        holidaysNamed = true;
        holidaysOnly = !naming;
    }

    private void open(Token.Span span) {
        naming = false;
        holidaysNamed = false;
        // 节假日10:00-16:00 tells of holidays only, for which there is no weekly line.
        if (!holidaysOnly) {
            named |= days != null;
            lines.add(line(days == null ? DayWords.range(1, 7) : days, span.opens(), span.closes()));
        }
    }

    /// 周一闭馆 closes the days just named; 法定节假日除外 the holidays.
    private void close() {
        if (holidaysNamed) {
            policy = HolidayPolicy.FOLLOWS_CALENDAR;
        }
        if (naming && days != null) {
            closedDays.addAll(days);
            days = null;
        }
        naming = false;
        holidaysNamed = false;
        holidaysOnly = false;
    }

    private static ScheduleLine line(Collection<Integer> days, int opens, int closes) {
        return new ScheduleLine(List.copyOf(days), new TimeOfDay(opens), new TimeOfDay(closes), null, null);
    }

    private Optional<ReadHours> finished() {
        // 9:00-17:00（周一至周五): days behind the hours are theirs, when no others are.
        boolean behind = naming && !named && days != null;
        if (naming && !behind) {
            return Optional.empty();
        }
        NavigableSet<Integer> open = new TreeSet<>(behind && days != null ? days : DayWords.range(1, 7));
        open.removeAll(closedDays);
        var kept = lines.stream()
                .map(each -> line(each.byday().stream().filter(open::contains).toList(), each.opensAt().minute(),
                        each.closesAt().minute()))
                .filter(each -> !each.byday().isEmpty())
                .distinct()
                .toList();
        return kept.isEmpty() || kept.size() > MOST_LINES
                ? Optional.empty()
                : Optional.of(new ReadHours(kept, Optional.ofNullable(policy)));
    }
}
