package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import cn.jinlin.search.text.Unit.Kind;
import org.jspecify.annotations.Nullable;

/// What people call a kind of facility (社区医院, 长者饭堂, canteen), by characters, by sound, by initials.
///
/// Applied to what is searched for and never to what is indexed, so the table can change without a new index.
public final class Aliases {

    private static final Map<String, Map<String, Double>> BY_WORDS = new HashMap<>();
    private static final Map<String, Map<String, Double>> BY_SOUND = new HashMap<>();
    private static final Map<String, Map<String, Double>> BY_SOUND_ALIKE = new HashMap<>();
    private static final Map<String, Map<String, Double>> BY_INITIALS = new HashMap<>();
    private static final int LONGEST;
    // Two syllables heard alike are too often another word.
    private static final int SURE_SOUND = 3;
    private static final int SHORTEST_MISTYPED = 5;
    private static final int MOST_SOUNDS = 200;

    static {
        for (String[] row : Table.read("aliases.tsv")) {
            Map<String, Double> categories = weights(row[0]);
            for (String phrase : Table.cell(row[1], ",")) {
                List<Unit> units = Units.of(phrase);
                merge(BY_WORDS, wordsKey(units), categories);
                if (units.stream().allMatch(unit -> unit.kind() == Kind.HAN)) {
                    List<String> readings = Readings.of(units);
                    merge(BY_SOUND, String.join(" ", readings), categories);
                    merge(BY_SOUND_ALIKE, String.join(" ", readings.stream().map(Southern::fold).toList()), categories);
                    merge(BY_INITIALS, Readings.initials(units, readings), categories);
                }
            }
        }
        LONGEST = BY_WORDS.keySet().stream().mapToInt(key -> Table.cell(key, " ").size()).max().orElse(0);
    }

    private Aliases() {}

    /// An alias found in a query.
    ///
    /// @param from index of its first part
    /// @param to index behind its last part
    /// @param categories category codes with their likelihood, 0 to 1
    public record Match(int from, int to, Map<String, Double> categories) {}

    /// The aliases in a text, longest first where two overlap, in order.
    public static List<Match> listIn(List<Unit> units) {
        List<String> readings = Readings.of(units);
        List<Match> matches = new ArrayList<>();
        for (int from = 0; from < units.size(); from++) {
            for (int to = Math.min(units.size(), from + LONGEST); to > from; to--) {
                Map<String, Double> categories = find(units.subList(from, to), readings.subList(from, to));
                if (categories != null) {
                    matches.add(new Match(from, to, categories));
                    from = to - 1;
                    break;
                }
            }
        }
        return matches;
    }

    /// An alias that makes up the end of what was spelled.
    public static Optional<Match> findAtEnd(Spelling spelling) {
        int to = spelling.parts().size();
        for (int from = 0; from < to; from++) {
            List<String> sounds = List.of("");
            for (List<String> ways : spelling.parts().subList(from, to)) {
                sounds = sounds.stream()
                        .flatMap(sound -> ways.stream().map(way -> (sound + " " + way).strip()))
                        .limit(MOST_SOUNDS)
                        .toList();
            }
            for (String sound : sounds) {
                Map<String, Double> categories = BY_SOUND.get(sound);
                if (categories != null) {
                    return Optional.of(new Match(from, to, categories));
                }
            }
        }
        List<String> alike = spelling.parts().stream().map(ways -> Southern.fold(ways.getFirst())).toList();
        return Optional.ofNullable(BY_SOUND_ALIKE.get(String.join(" ", alike)))
                .map(categories -> new Match(0, to, categories));
    }

    /// An alias whose initials are the end of these letters; at least three letters, or all of them.
    public static Optional<Match> findInitialsAtEnd(String letters) {
        for (int from = 0; from < letters.length() && (from == 0 || letters.length() - from >= 3); from++) {
            Map<String, Double> categories = BY_INITIALS.get(letters.substring(from));
            if (categories != null) {
                return Optional.of(new Match(from, letters.length(), categories));
            }
        }
        return Optional.empty();
    }

    /// The English alias that a word of five letters or more was one slip away from being.
    public static Optional<Match> findMistyped(String word) {
        if (word.length() < SHORTEST_MISTYPED) {
            return Optional.empty();
        }
        return BY_WORDS.keySet()
                .stream()
                .filter(alias -> alias.charAt(0) == word.charAt(0) && Slip.isOne(word, alias))
                .sorted()
                .findFirst()
                .map(alias -> new Match(0, 1, Objects.requireNonNull(BY_WORDS.get(alias))));
    }

    static Map<String, Map<String, Double>> words() {
        return BY_WORDS;
    }

    static Map<String, Map<String, Double>> sounds() {
        return BY_SOUND;
    }

    static Map<String, Map<String, Double>> initials() {
        return BY_INITIALS;
    }

    private static @Nullable Map<String, Double> find(List<Unit> units,
            List<String> readings) {
        Map<String, Double> categories = BY_WORDS.get(wordsKey(units));
        boolean sure = units.size() >= SURE_SOUND && units.stream().allMatch(unit -> unit.kind() == Kind.HAN);
        return categories == null && sure ? BY_SOUND.get(String.join(" ", readings)) : categories;
    }

    static String wordsKey(List<Unit> units) {
        return String.join(" ", units.stream().map(Unit::text).toList());
    }

    private static void merge(Map<String, Map<String, Double>> index, String key, Map<String, Double> categories) {
        Map<String, Double> known = index.computeIfAbsent(key, k -> new LinkedHashMap<>());
        categories.forEach((code, weight) -> known.merge(code, weight, Math::max));
    }

    private static Map<String, Double> weights(String cell) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : Table.cell(cell, " ")) {
            List<String> pair = Table.cell(part, ":");
            weights.put(pair.getFirst(), pair.size() > 1 ? Double.parseDouble(pair.get(1)) : 1.0);
        }
        return weights;
    }
}
