package cn.jinlin.api.facility.intake.hours;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text about opening hours into tokens. A piece it does not know makes the whole text unreadable, because half
/// of what a notice says may be the opposite of it.
final class HoursTokens {

    private static final Pattern DASH = Pattern
            .compile("\\s*(?:[-—–―−~～〜‐‑]+|(?<=[0-9点分])一(?=\\d)|至|到|\\bto\\b|\\buntil\\b)\\s*");
    private static final Pattern COLON = Pattern.compile("(?<=\\d)\\s*[:：︰.]\\s*(?=\\d{2})");
    /// Last admission is no part of the hours: （16:30停止入场）.
    private static final Pattern LAST_ADMISSION = Pattern
            .compile(
                    "\\d{1,2}(?::\\d{2}|点半?)\\s*(?:后|起)?(?:停止|截止|最后)[^,;)、。]*|(?:最晚|最后|停止)[^,;)、。]*?\\d{1,2}(?::\\d{2}|点半?)");
    private static final Pattern NOTE = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern HOLIDAYS = Pattern
            .compile("(?:国家)?法定(?:节假日|假日|节日|假期)|(?:国定|公众)(?:节假日|假日)|节假日|public holidays?|holidays?|ph");
    private static final Pattern CLOSED = Pattern
            .compile("除外|休息|闭馆|不开放|休馆|停诊|不营业|关闭|不上班|休|closed|off|except(?:ed)?|excluding");
    private static final Pattern AND = Pattern.compile("[、及和与]|\\band\\b|&|/");
    private static final Pattern STOP = Pattern.compile("[,;。|\\n]");
    /// Words that come with hours and change nothing about them.
    private static final Pattern FILLER = Pattern
            .compile("[\\s:()\\[\\]\"']+|(?:中午|午间)(?:不休息|不休|无休)|(?:其余|其他|其它)(?:时间)?"
                    + "|(?:营业|开放|服务|办公|工作|接待|门诊|运营|开馆|受理)?时间|对外开放|开放|营业|办公|服务|接待|受理|门诊|开馆|业务|对外"
                    + "|早餐|早点|午餐|中餐|晚餐|夜宵"
                    + "|照常|正常|均|都|每(?![天日周星])|的|为|是|逢|不含|含|上下午|全年无休|无休|北京|hours?|open(?:ing)?|from");

    private HoursTokens() {}

    static String fold(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
        folded = DASH.matcher(folded).replaceAll("-");
        folded = COLON.matcher(folded).replaceAll(":");
        return withoutNotes(LAST_ADMISSION.matcher(folded).replaceAll(""));
    }

    /// Brackets that speak neither of days nor of hours (电话预约) say nothing about when it is open.
    private static String withoutNotes(String text) {
        return NOTE.matcher(text).replaceAll(note -> {
            var inside = note.group(1);
            boolean tells = inside
                    .matches(".*(\\d{1,2}[:点时]|周|星期|礼拜|日|节|假|天|休|mon|tue|wed|thu|fri|sat|sun|holiday|week|季|月).*");
            return Matcher.quoteReplacement(tells ? "(" + inside + ")" : " ");
        });
    }

    /// @return empty when any piece is not understood
    static Optional<List<Token>> of(String folded) {
        var tokens = new ArrayList<Token>();
        for (int at = 0; at < folded.length();) {
            Optional<Cut> cut = cut(folded, at);
            if (cut.isEmpty()) {
                return Optional.empty();
            }
            cut.get().token().ifPresent(tokens::add);
            at = cut.get().end();
        }
        return Optional.of(tokens);
    }

    private record Cut(Optional<Token> token, int end) {}

    private static Optional<Cut> cut(String text, int at) {
        return take(text, at, SpanWords.ALL_DAY, found -> Optional.of(new Token.Span(0, 24 * 60)))
                .or(() -> take(text, at, SpanWords.SPAN, SpanWords::span))
                .or(() -> take(text, at, DayWords.WEEKEND, found -> Optional.of(new Token.Days(DayWords.range(6, 7)))))
                .or(() -> take(text, at, DayWords.CHINESE,
                        found -> Optional.of(new Token.Days(DayWords.chinese(found)))))
                .or(() -> take(text, at, DayWords.WORKDAYS, found -> Optional.of(new Token.Days(DayWords.range(1, 5)))))
                .or(() -> filler(text, at, Pattern.compile("全年无休")))
                .or(() -> take(text, at, DayWords.EVERY_DAY,
                        found -> Optional.of(new Token.Days(DayWords.range(1, 7)))))
                .or(() -> take(text, at, DayWords.ENGLISH,
                        found -> Optional.of(new Token.Days(DayWords.english(found)))))
                .or(() -> take(text, at, HOLIDAYS, found -> Optional.of(new Token.Holidays())))
                .or(() -> filler(text, at, FILLER))
                .or(() -> take(text, at, CLOSED, found -> Optional.of(new Token.Closed())))
                .or(() -> take(text, at, AND, found -> Optional.of(new Token.And())))
                .or(() -> filler(text, at, STOP));
    }

    private static Optional<Cut> take(String text, int at, Pattern pattern,
            Function<Matcher, Optional<? extends Token>> token) {
        var found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt() || found.end() == at) {
            return Optional.empty();
        }
        return token.apply(found).map(made -> new Cut(Optional.of(made), found.end()));
    }

    private static Optional<Cut> filler(String text, int at, Pattern pattern) {
        var found = pattern.matcher(text).region(at, text.length());
        return found.lookingAt() && found.end() > at
                ? Optional.of(new Cut(Optional.empty(), found.end()))
                : Optional.empty();
    }
}
