package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.Dsl.Query;
import cn.jinlin.search.text.Grams;
import cn.jinlin.search.text.Readings;
import cn.jinlin.search.text.Spelling;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;
import org.jspecify.annotations.Nullable;

import static cn.jinlin.search.facility.Dsl.object;

/// The body of a request for suggestions: names that begin with what was typed, then names that contain it.
final class SuggestBody {

    private static final int HEAD = 3;
    private static final int MOST_UNITS = 32;

    private SuggestBody() {}

    /// @param typed at least one unit
    static Map<String, Object> of(List<Unit> typed, @Nullable GeoPoint near, int first) {
        List<Unit> units = typed.subList(0, Math.min(typed.size(), MOST_UNITS));
        List<Query> lifts = new ArrayList<>();
        if (near != null) {
            lifts.add(Dsl.query("distance_feature", object("field", Layout.LOCATION, "origin", Filters.point(near),
                    "pivot", "1km", "boost", 3)));
        }
        Query query = Dsl.filtered(List.of(Dsl.best(ways(units), 0.1)), lifts, List.of(), List.of());
        return object("size", first, "query", query.json(), "sort",
                List.of(object("_score", "desc"), object(Layout.ID, "asc")), "track_total_hits", false, "_source",
                List.of("name", "nameEn", "address", "category", Layout.LOCATION)
                        .stream()
                        .map(field -> Layout.SHOWN + "." + field)
                        .toList());
    }

    private static List<Query> ways(List<Unit> units) {
        List<Query> ways = new ArrayList<>();
        String key = Units.key(units);
        ways.add(Dsl.constant(
                key.length() <= HEAD ? Dsl.term(Layout.HEAD, key) : Dsl.prefix(Layout.KEY, key), 10));
        if (units.stream().allMatch(unit -> unit.kind() == Unit.Kind.WORD)) {
            latin(units, ways);
        } else {
            written(units, ways);
        }
        return ways;
    }

    private static void written(List<Unit> units, List<Query> ways) {
        if (units.getLast().kind() == Unit.Kind.WORD) {
            heardToTheEnd(units, ways);
            return;
        }
        List<String> pairs = Grams.pairs(units);
        if (units.size() == 1) {
            ways.add(Dsl.constant(Dsl.term(Layout.CHARACTERS, units.getFirst().text()), 4));
            return;
        }
        ways.add(Dsl.phrase(Layout.NAME, pairs, 1));
        ways.add(Dsl.phrase(Layout.OTHER_NAMES, pairs, 0.8));
        ways.add(LatinQuery.neighbours(heard(units), 2));
    }

    /// Chinese of which the last word is still being typed in pinyin: 闵行tiyu.
    private static void heardToTheEnd(List<Unit> units, List<Query> ways) {
        Spelling before = heard(units.subList(0, units.size() - 1));
        Spelling.of(List.of(units.getLast().text()))
                .forEach(
                        spelling -> ways.add(LatinQuery.neighbours(before.followedBy(lastOpen(spelling)), 4)));
    }

    private static Spelling heard(List<Unit> units) {
        return Spelling.ofSyllables(Readings.syllables(units, Readings.of(units)));
    }

    private static void latin(List<Unit> units, List<Query> ways) {
        List<String> texts = units.stream().map(Unit::text).toList();
        for (Spelling spelling : Spelling.of(texts)) {
            long whole = spelling.whole().stream().filter(isWhole -> isWhole).count();
            if (whole > 0) {
                ways.add(LatinQuery.neighbours(lastOpen(spelling), 6));
            }
        }
        String letters = Units.key(units);
        if (letters.length() >= 2 && letters.length() <= 20) {
            ways.add(Dsl.constant(Dsl.phrase(Layout.INITIALS, Grams.letterPairs(letters), 1), 6));
        }
        if (texts.getLast().length() >= HEAD) {
            List<Query> each = new ArrayList<>();
            texts.subList(0, texts.size() - 1).forEach(word -> each.add(Dsl.term(Layout.EVERYTHING, word)));
            each.add(Dsl.prefix(Layout.EVERYTHING, texts.getLast()));
            ways.add(Dsl.constant(Dsl.every(each, 1), 5));
        }
    }

    /// The last syllable may be still being typed: xin is also the beginning of xing.
    private static Spelling lastOpen(Spelling spelling) {
        List<Boolean> whole = new ArrayList<>(spelling.whole());
        whole.set(whole.size() - 1, false);
        return new Spelling(spelling.parts(), whole, spelling.cost());
    }
}
