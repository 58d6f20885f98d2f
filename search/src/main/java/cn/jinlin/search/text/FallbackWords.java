package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import cn.jinlin.search.text.Unit.Kind;
import org.jspecify.annotations.Nullable;

/// Words for the plain search in the record's own store, which answers while the index is away.
///
/// A word is made of letters, digits and Han characters only. Pinyin starts with 1, initials with 2, categories with 3,
/// so that they do not meet words that somebody typed.
public final class FallbackWords {

    private static final int MOST_OF_RECORD = 400;
    private static final int MOST_OF_QUERY = 40;

    private FallbackWords() {}

    /// Words of one facility, each once, at most 400.
    ///
    /// @param others English name, other names, category names, address, services: whatever else is to be found
    public static List<String> ofRecord(String name, String category, List<String> others) {
        Set<String> words = new LinkedHashSet<>();
        words.add(category(category));
        addWords(name, words);
        others.forEach(other -> addWords(other, words));
        return words.stream().limit(MOST_OF_RECORD).toList();
    }

    /// What a record must have to be found: of each inner list one word at least. Empty when the text has no words.
    public static List<List<String>> ofQuery(@Nullable String text) {
        List<Unit> units = text == null ? List.of() : Fillers.strip(Units.of(text));
        List<String> readings = Readings.of(units);
        List<Aliases.Match> aliases = Aliases.listIn(units);
        Set<List<String>> groups = new LinkedHashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).kind() == Kind.WORD) {
                groups.addAll(ofWord(units.get(i).text(), categoriesAt(aliases, i, i)));
            } else if (pairs(units, aliases, i)) {
                List<String> group = new ArrayList<>(categoriesAt(aliases, i - 1, i));
                group.add(units.get(i - 1).text() + units.get(i).text());
                group.add("1" + readings.get(i - 1) + readings.get(i));
                groups.add(group);
            } else if (!pairs(units, aliases, i + 1)) {
                groups.add(List.of(units.get(i).text()));
            }
        }
        return groups.stream().limit(MOST_OF_QUERY).toList();
    }

    /// The same as a query of PostgreSQL's text search; empty, so that it finds nothing, when the text has no words. Words
    /// are quoted one by one: what somebody typed is never read as query syntax.
    public static String toTsquery(@Nullable String text) {
        return ofQuery(text).stream()
                .map(anyOf -> anyOf.stream()
                        .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "'")
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    /// Official names put other words between a place and a kind: 凌云社区医院 is 凌云街道…社区卫生服务中心.
    private static boolean pairs(List<Unit> units, List<Aliases.Match> aliases, int index) {
        return Grams.pairsBack(units, index)
                && aliases.stream().noneMatch(alias -> alias.from() == index || alias.to() == index);
    }

    private static void addWords(String text, Set<String> words) {
        List<Unit> units = Units.of(text);
        List<String> readings = Readings.of(units);
        words.addAll(Grams.pairs(units));
        units.forEach(unit -> words.add(unit.text()));
        Grams.soundPairs(units, readings).forEach(pair -> words.add("1" + pair));
        Grams.letterPairs(Readings.initials(units, readings)).forEach(pair -> words.add("2" + pair));
    }

    /// Letters are a word, or else pinyin where they can be read so, or else initials.
    private static List<List<String>> ofWord(String word, List<String> categories) {
        Optional<Spelling> spelling = Spelling.of(List.of(word)).stream().filter(Spelling::isWhole).findFirst();
        List<List<String>> pairs = spelling.map(found -> List.copyOf(found.pairs()))
                .orElseGet(() -> Grams.letterPairs(word).stream().map(pair -> List.of("2" + pair)).toList());
        Optional<Aliases.Match> alias = spelling.map(Aliases::findAtEnd)
                .orElseGet(() -> Aliases.findInitialsAtEnd(word))
                .filter(match -> match.from() == 0);
        Set<String> all = new LinkedHashSet<>(categories);
        alias.ifPresent(match -> match.categories().keySet().forEach(code -> all.add(category(code))));
        if (pairs.isEmpty()) {
            all.add(word);
            return List.of(List.copyOf(all));
        }
        return pairs.stream().map(pair -> {
            List<String> group = new ArrayList<>(all);
            group.add(word);
            pair.forEach(sound -> group.add(spelling.isPresent() ? "1" + sound : sound));
            return group;
        }).toList();
    }

    private static List<String> categoriesAt(List<Aliases.Match> aliases, int first, int last) {
        return aliases.stream()
                .filter(alias -> alias.from() <= first && last < alias.to())
                .flatMap(alias -> alias.categories().keySet().stream())
                .map(FallbackWords::category)
                .toList();
    }

    private static String category(String code) {
        return "3" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
