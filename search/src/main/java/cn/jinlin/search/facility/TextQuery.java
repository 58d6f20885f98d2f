package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;

import cn.jinlin.search.facility.Dsl.Query;
import cn.jinlin.search.text.Aliases;
import cn.jinlin.search.text.Fillers;
import cn.jinlin.search.text.Grams;
import cn.jinlin.search.text.Readings;
import cn.jinlin.search.text.Southern;
import cn.jinlin.search.text.Synonyms;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;

/// Turns what somebody typed into a query: what must match, and what makes a match better.
///
/// @param must finds
/// @param should lifts
/// @param kindOnly true when nothing but a kind of facility was asked for, so that nearness should decide
record TextQuery(Query must, List<Query> should, boolean kindOnly) {

    // Elasticsearch refuses queries of too many clauses; so much text says what is wanted.
    private static final int MOST_UNITS = 48;
    private static final int MOST_KINDS = 3;
    private static final double EXACT = 60;
    static final double KIND = 12;
    private static final double SOUND = 0.4;
    private static final double SOUND_ALIKE = 0.2;

    /// @param units at least one
    /// @param loose true to forgive more, for a second look when the first found nothing
    static TextQuery of(List<Unit> units, boolean loose) {
        List<Unit> words = Fillers.strip(units.subList(0, Math.min(units.size(), MOST_UNITS)));
        List<Aliases.Match> aliases = Aliases.listIn(words).stream().limit(MOST_KINDS).toList();
        boolean latin = words.stream().allMatch(unit -> unit.kind() == Unit.Kind.WORD);
        List<Query> ways = new ArrayList<>();
        ways.add(latin ? LatinQuery.of(words, loose) : asWritten(words, loose));
        allCharacters(words, ways);
        kinds(words, aliases, loose, ways);
        List<List<Unit>> rewritings = Synonyms.rewritings(words).stream().limit(MOST_KINDS).toList();
        rewritings.forEach(rewriting -> ways.add(asWritten(rewriting, false)));
        boolean kindOnly = latin ? LatinQuery.findKind(words, loose).isPresent() : isKind(words, aliases);
        List<Query> lifts = lifts(words, latin, kindOnly);
        rewritings.forEach(rewriting -> lifts.add(Dsl.match(Layout.NAME, Grams.pairs(rewriting), 2)));
        return new TextQuery(Dsl.best(ways, 0.3), lifts, kindOnly);
    }

    /// How many of so many neighbouring pairs must be there: one slip breaks two pairs, and never does one pair suffice.
    static int enoughOf(int pairs, boolean loose) {
        if (loose) {
            return Math.max(1, pairs / 2);
        }
        return pairs < 3 ? pairs : pairs - Math.max(1, (int) (pairs * 0.3));
    }

    private static boolean isKind(List<Unit> words, List<Aliases.Match> aliases) {
        return aliases.size() == 1 && aliases.getFirst().to() - aliases.getFirst().from() == words.size();
    }

    private static Query asWritten(List<Unit> words, boolean loose) {
        List<Query> pieces = pieces(words, loose);
        return Dsl.atLeast(enoughOf(pieces.size(), loose), pieces, 1);
    }

    private static List<Query> pieces(List<Unit> words, boolean loose) {
        List<String> readings = Readings.of(words);
        List<Query> pieces = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Unit unit = words.get(i);
            if (unit.kind() == Unit.Kind.WORD) {
                int end = i + 1;
                while (end < words.size() && words.get(end).kind() == Unit.Kind.WORD) {
                    end++;
                }
                pieces.add(LatinQuery.of(words.subList(i, end), loose));
                i = end - 1;
            } else if (i > 0 && unit.pairsWith(words.get(i - 1))) {
                pieces.add(pair(words.subList(i - 1, i + 1), readings.subList(i - 1, i + 1), loose));
            } else if (i + 1 == words.size() || !words.get(i + 1).pairsWith(unit)) {
                pieces.add(single(unit));
            }
        }
        return pieces.stream().distinct().toList();
    }

    private static Query pair(List<Unit> pair, List<String> readings, boolean loose) {
        List<Query> ways = new ArrayList<>();
        ways.add(Dsl.term(Layout.EVERYTHING, Units.key(pair)));
        if (pair.stream().allMatch(unit -> unit.kind() == Unit.Kind.HAN)) {
            ways.add(Dsl.term(Layout.SOUNDS, String.join("", readings), SOUND));
            if (loose) {
                Southern.pairs(pair, readings)
                        .forEach(alike -> ways.add(Dsl.term(Layout.SOUNDS_ALIKE, alike, SOUND_ALIKE)));
            }
        } else if (loose) {
            pair.forEach(unit -> ways.add(Dsl.term(Layout.EVERYTHING, unit.text(), 0.5)));
        }
        return Dsl.best(ways, 0);
    }

    private static Query single(Unit unit) {
        return Dsl.best(List.of(Dsl.term(Layout.CHARACTERS, unit.text()), Dsl.term(Layout.EVERYTHING, unit.text())), 0);
    }

    /// Official names are shortened by leaving characters out: all that were typed must be in the name.
    private static void allCharacters(List<Unit> words, List<Query> ways) {
        List<String> han = words.stream()
                .filter(unit -> unit.kind() != Unit.Kind.WORD)
                .map(Unit::text)
                .distinct()
                .toList();
        if (han.size() >= 4 && han.size() <= 40 && words.stream().noneMatch(unit -> unit.kind() == Unit.Kind.WORD)) {
            ways.add(Dsl.every(han.stream().map(text -> Dsl.term(Layout.CHARACTERS, text)).toList(), 0.5));
        }
    }

    private static void kinds(List<Unit> words, List<Aliases.Match> aliases, boolean loose, List<Query> ways) {
        for (Aliases.Match alias : aliases) {
            List<Query> rest = new ArrayList<>(pieces(words.subList(0, alias.from()), loose));
            rest.addAll(pieces(words.subList(alias.to(), words.size()), loose));
            Query kind = kind(alias, KIND);
            ways.add(rest.isEmpty()
                    ? kind
                    : Dsl.every(List.of(kind, Dsl.atLeast(enoughOf(rest.size(), loose), rest, 3)), 1));
        }
    }

    static Query kind(Aliases.Match alias, double score) {
        return Dsl.best(alias.categories()
                .entrySet()
                .stream()
                .map(category -> Dsl.constant(Dsl.term(Layout.CATEGORY, category.getKey()),
                        score * category.getValue()))
                .toList(), 0);
    }

    private static List<Query> lifts(List<Unit> words, boolean latin, boolean kindOnly) {
        List<Query> lifts = new ArrayList<>();
        lifts.add(Dsl.constant(Dsl.term(Layout.KEY, Units.key(words)), EXACT));
        if (latin) {
            return lifts;
        }
        List<String> pairs = Grams.pairs(words);
        double part = kindOnly ? 0.3 : 1;
        lifts.add(Dsl.match(Layout.NAME, pairs, part));
        lifts.add(Dsl.phrase(Layout.NAME, pairs, 2 * part));
        lifts.add(Dsl.phrase(Layout.OTHER_NAMES, pairs, 2 * part));
        lifts.add(Dsl.phrase(Layout.ADDRESS, pairs, part));
        lifts.add(Dsl.phrase(Layout.SERVICES, pairs, part));
        if (words.size() > 2) {
            lifts.add(Dsl.phrase(Layout.SYLLABLES, Readings.syllables(words, Readings.of(words)), 0.7 * part));
        }
        return lifts;
    }
}
