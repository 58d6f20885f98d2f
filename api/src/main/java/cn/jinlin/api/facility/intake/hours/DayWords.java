package cn.jinlin.api.facility.intake.hours;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days of the week as people write them, after [HoursTokens] folded the text.
final class DayWords {

    /// 周一-周五, 周一-五, 星期三, 周一、三、五.
    static final Pattern CHINESE = Pattern
            .compile("(?:每)?(?:周|星期|礼拜)([1-7一二三四五六日天])(?:-(?:周|星期|礼拜)?([1-7一二三四五六日天]))?((?:[、,](?![周星礼])[一二三四五六日天])*)");
    /// mon-fri, sunday, mo.
    static final Pattern ENGLISH = Pattern.compile("(" + english() + ")(?:-(" + english() + "))?(?![a-z])");
    static final Pattern WORKDAYS = Pattern.compile("(?:国家)?(?:法定)?工作日|weekdays?|workdays?|working days?");
    static final Pattern WEEKEND = Pattern.compile("双休日|周末|休息日|周六日|周六、?日|weekends?");
    static final Pattern EVERY_DAY = Pattern.compile("每天|每日|天天|全年(?:365天)?|365天|全周|everyday|every day|daily|7天|一周七天");

    private static final String CHINESE_DAYS = "一二三四五六日";
    private static final String ENGLISH_DAYS = "motuwethfrsasu";

    private DayWords() {}

    private static String english() {
        return "mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday)?s?|thu(?:r|rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?"
                + "|mo|tu|we|th|fr|sa|su";
    }

    static NavigableSet<Integer> chinese(Matcher found) {
        var days = range(chinese(found.group(1).charAt(0)),
                found.group(2) == null ? 0 : chinese(found.group(2).charAt(0)));
        found.group(3)
                .chars()
                .filter(c -> CHINESE_DAYS.indexOf(c) >= 0 || c == '天')
                .forEach(c -> days.add(chinese((char) c)));
        return days;
    }

    private static int chinese(char day) {
        if (day == '天') {
            return 7;
        }
        return day <= '7' ? day - '0' : CHINESE_DAYS.indexOf(day) + 1;
    }

    static NavigableSet<Integer> english(Matcher found) {
        return range(english(found.group(1)), found.group(2) == null ? 0 : english(found.group(2)));
    }

    private static int english(String day) {
        return ENGLISH_DAYS.indexOf(day.substring(0, 2)) / 2 + 1;
    }

    /// From the first day to the last, over the end of the week where need be.
    ///
    /// @param last 0 when there is only the first
    static NavigableSet<Integer> range(int first, int last) {
        var days = new TreeSet<Integer>();
        days.add(first);
        for (int day = first; last > 0 && day != last;) {
            day = day % 7 + 1;
            days.add(day);
        }
        return days;
    }
}
