package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import cn.jinlin.search.facility.Dsl.Query;
import cn.jinlin.search.text.Aliases;
import cn.jinlin.search.text.Grams;
import cn.jinlin.search.text.Southern;
import cn.jinlin.search.text.Spelling;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;

import static cn.jinlin.search.facility.Dsl.object;

/// Letters may be English, pinyin, pinyin with slips or not yet finished, or initials: each reading is a way to match.
final class LatinQuery {

    private static final double WHOLE_KIND = 30;
    private static final double KIND_OF_PLACE = 20;
    private static final int SHORTEST_FUZZY = 4;
    private static final int SHORTEST_PREFIX = 3;
    private static final int LONGEST_DOUBTFUL_INITIALS = 5;
    private static final int LONGEST_INITIALS = 40;

    private LatinQuery() {}

    static Query of(List<Unit> words, boolean loose) {
        List<String> texts = words.stream().map(Unit::text).toList();
        List<Spelling> spellings = Spelling.of(texts, loose);
        List<Query> ways = new ArrayList<>();
        ways.add(english(texts, loose));
        spellings.forEach(spelling -> spelled(spelling, loose, ways));
        initials(Units.key(words), spellings.stream().anyMatch(Spelling::isWhole), loose, ways);
        findKind(words, loose).ifPresent(kind -> ways.add(TextQuery.kind(kind, WHOLE_KIND)));
        return Dsl.best(ways, 0.3);
    }

    /// The kind of facility that the letters say and nothing else (yaodian, sqyy, toilet, pharmcy).
    static Optional<Aliases.Match> findKind(List<Unit> words, boolean loose) {
        Stream<Spelling> spellings = Spelling.of(words.stream().map(Unit::text).toList(), loose)
                .stream()
                .filter(Spelling::isWhole);
        String letters = Units.key(words);
        return Aliases.listIn(words)
                .stream()
                .filter(alias -> alias.to() - alias.from() == words.size())
                .findFirst()
                .or(() -> spellings.flatMap(spelling -> Aliases.findAtEnd(spelling).stream())
                        .filter(alias -> alias.from() == 0)
                        .findFirst())
                .or(() -> Aliases.findInitialsAtEnd(letters).filter(alias -> alias.from() == 0))
                .or(() -> words.size() == 1 ? Aliases.findMistyped(letters) : Optional.empty());
    }

    private static Query english(List<String> words, boolean loose) {
        List<Query> each = words.stream().map(word -> englishWord(word, loose)).toList();
        return Dsl.atLeast(TextQuery.enoughOf(each.size(), loose), each, 1);
    }

    private static Query englishWord(String word, boolean loose) {
        List<Query> ways = new ArrayList<>();
        ways.add(Dsl.term(Layout.EVERYTHING, word));
        if (word.length() >= SHORTEST_PREFIX) {
            ways.add(Dsl.query("prefix", object(Layout.EVERYTHING, object("value", word, "boost", 3))));
        }
        if (word.length() >= (loose ? SHORTEST_PREFIX : SHORTEST_FUZZY)) {
            ways.add(Dsl.fuzzy(Layout.EVERYTHING, word, 0.4));
        }
        return Dsl.best(ways, 0);
    }

    private static void spelled(Spelling spelling, boolean loose, List<Query> ways) {
        List<List<String>> parts = spelling.parts();
        if (!spelling.isWhole()) {
            long whole = spelling.whole().stream().filter(isWhole -> isWhole).count();
            if (whole > 0 && whole * 2 >= parts.size()) {
                ways.add(neighbours(spelling, 6));
            }
            return;
        }
        if (parts.size() == 1) {
            ways.add(anySyllable(parts.getFirst()));
        } else {
            List<Query> pairs = pairs(spelling, parts.size());
            ways.add(Dsl.filtered(List.of(Dsl.atLeast(TextQuery.enoughOf(pairs.size(), loose), pairs, 1)),
                    List.of(neighbours(spelling, 5)), List.of(), List.of()));
        }
        Aliases.findAtEnd(spelling)
                .filter(alias -> alias.from() > 0)
                .ifPresent(alias -> ways.add(kind(alias, spelling, loose)));
    }

    private static Query anySyllable(List<String> ways) {
        return Dsl.best(ways.stream().map(way -> Dsl.term(Layout.SYLLABLES, way, 0.8)).toList(), 0);
    }

    private static Query kind(Aliases.Match alias, Spelling spelling, boolean loose) {
        Query kind = TextQuery.kind(alias, KIND_OF_PLACE);
        List<Query> pairs = pairs(spelling, alias.from());
        Query rest = pairs.isEmpty()
                ? anySyllable(spelling.parts().getFirst())
                : Dsl.atLeast(TextQuery.enoughOf(pairs.size(), loose), pairs, 3);
        return Dsl.every(List.of(kind, rest), 1);
    }

    /// @param parts how many syllables from the first
    private static List<Query> pairs(Spelling spelling, int parts) {
        List<Query> pairs = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            List<Query> ways = new ArrayList<>();
            spelling.pairs().get(i - 1).forEach(pair -> ways.add(Dsl.term(Layout.SOUNDS, pair)));
            for (String left : spelling.parts().get(i - 1)) {
                spelling.parts()
                        .get(i)
                        .forEach(right -> ways
                                .add(Dsl.term(Layout.SOUNDS_ALIKE, Southern.fold(left) + Southern.fold(right), 0.4)));
            }
            pairs.add(Dsl.best(ways, 0));
        }
        return pairs;
    }

    /// Neighbouring syllables, of which some may be only begun or have been mistyped.
    static Query neighbours(Spelling spelling, double boost) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int i = 0; i < spelling.parts().size(); i++) {
            String kind = spelling.whole().get(i) ? "match" : "prefix";
            List<Map<String, Object>> ways = spelling.parts()
                    .get(i)
                    .stream()
                    .map(way -> object(kind, object(kind.equals("match") ? "query" : "prefix", way)))
                    .toList();
            parts.add(ways.size() == 1 ? ways.getFirst() : object("any_of", object("intervals", ways)));
        }
        return Dsl.query("intervals", object(Layout.SYLLABLES,
                object("all_of", object("ordered", true, "max_gaps", 0, "intervals", parts), "boost", boost)));
    }

    private static void initials(String letters, boolean readable, boolean loose, List<Query> ways) {
        int length = letters.length();
        if (length < 2 || length > (readable ? LONGEST_DOUBTFUL_INITIALS : LONGEST_INITIALS)) {
            return;
        }
        List<String> tokens = Grams.letterPairs(letters);
        Set<String> distinct = new LinkedHashSet<>(tokens);
        List<Query> pairs = distinct.stream().map(pair -> Dsl.term(Layout.INITIALS, pair)).toList();
        Query together = Dsl.phrase(Layout.INITIALS, tokens, 1.5);
        ways.add(Dsl.query("bool", object("must",
                List.of(Dsl.atLeast(TextQuery.enoughOf(pairs.size(), loose), pairs, 1).json()), "should",
                List.of(together.json()), "boost", readable ? 0.3 : 1)));
        Aliases.findInitialsAtEnd(letters)
                .filter(alias -> alias.from() > 0)
                .ifPresent(alias -> ways.add(kindByInitials(alias, letters)));
    }

    private static Query kindByInitials(Aliases.Match alias, String letters) {
        Query kind = TextQuery.kind(alias, KIND_OF_PLACE);
        String rest = letters.substring(0, alias.from());
        List<String> pairs = Grams.letterPairs(rest);
        Query named = pairs.isEmpty() ? Dsl.prefix(Layout.HEAD, rest) : Dsl.phrase(Layout.INITIALS, pairs, 3);
        return Dsl.every(List.of(kind, named), 1);
    }
}
