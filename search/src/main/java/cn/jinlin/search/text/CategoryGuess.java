package cn.jinlin.search.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what kind of facility a name or a foreign category word means.
public final class CategoryGuess {

    private static final List<Rule> RULES = Table.read("category-names.tsv")
            .stream()
            .map(row -> new Rule(pattern(row[0]), row[0].length(), row[1]))
            .toList();

    private static final NavigableMap<String, Map<String, Double>> WORDS = joined(Aliases.words());
    private static final NavigableMap<String, Map<String, Double>> SOUNDS = joined(Aliases.sounds());
    private static final NavigableMap<String, Map<String, Double>> INITIALS = joined(Aliases.initials());

    // （莘庄地铁站店） says where, not what; （梅陇服务站） says what.
    private static final Pattern BRANCH = Pattern.compile("[(（][^()（）]*店[)）]");

    private CategoryGuess() {}

    private record Rule(Pattern pattern, int length, String category) {}

    /// The category code that a facility name (中国工商银行莘庄支行) or another catalogue's category word means.
    public static Optional<String> of(String text) {
        String named = BRANCH.matcher(text).replaceAll("");
        return guess(folded(named)).or(() -> guess(folded(text)));
    }

    private static Optional<String> guess(String folded) {
        int bestEnd = -1;
        int bestLength = 0;
        String best = null;
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(folded);
            while (matcher.find()) {
                if (matcher.end() > bestEnd || (matcher.end() == bestEnd && rule.length > bestLength)) {
                    bestEnd = matcher.end();
                    bestLength = rule.length;
                    best = rule.category;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// Categories to offer for what has been typed so far, likeliest first.
    ///
    /// @param prefix Chinese, pinyin, initials or English, one character at least
    public static List<String> listForPrefix(String prefix) {
        List<Unit> units = Units.of(prefix);
        String key = Units.key(units);
        if (key.isEmpty()) {
            return List.of();
        }
        Map<String, Double> scores = new HashMap<>();
        score(WORDS, key, 3, scores);
        if (key.length() > 1) {
            score(SOUNDS, key, 2, scores);
            score(INITIALS, key, 1.5, scores);
        }
        return scores.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void score(NavigableMap<String, Map<String, Double>> aliases, String key, double weight,
            Map<String, Double> scores) {
        aliases.subMap(key, key + Character.MAX_VALUE).forEach((alias, categories) -> {
            double complete = weight * key.length() / alias.length();
            categories.forEach((code, likelihood) -> scores.merge(code, complete * likelihood, Math::max));
        });
    }

    /// In order and without the spaces between their parts, so that those with a prefix stand together.
    private static NavigableMap<String, Map<String, Double>> joined(Map<String, Map<String, Double>> aliases) {
        NavigableMap<String, Map<String, Double>> joined = new TreeMap<>();
        aliases.forEach((alias, categories) -> categories.forEach(
                (code, likelihood) -> joined.computeIfAbsent(alias.replace(" ", ""), _ -> new HashMap<>())
                        .merge(code, likelihood, Math::max)));
        return joined;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (Unit unit : Units.of(text)) {
            if (!unit.joined() && unit.kind() == Unit.Kind.WORD && !folded.isEmpty()) {
                folded.append(' ');
            }
            folded.append(unit.text());
        }
        return folded.toString();
    }

    private static Pattern pattern(String row) {
        StringBuilder pattern = new StringBuilder();
        for (String piece : row.split("\\*", -1)) {
            String text = folded(piece);
            boolean latin = !text.isEmpty() && text.charAt(0) < 0x80;
            pattern.append(pattern.isEmpty() ? "" : ".*").append(latin ? "\\b" + text + "\\b" : text);
        }
        return Pattern.compile(pattern.toString());
    }
}
