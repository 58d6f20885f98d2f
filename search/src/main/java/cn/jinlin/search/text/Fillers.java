package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.List;

/// Takes away what people say around the words that matter (附近的药店, 哪里有厕所).
public final class Fillers {

    private static final List<String> PHRASES = Table.read("fillers.tsv")
            .stream()
            .map(row -> row[0])
            .sorted((a, b) -> Integer.compare(b.length(), a.length()))
            .toList();

    private Fillers() {}

    /// The units without such phrases; all of them where nothing else would be left.
    public static List<Unit> strip(List<Unit> units) {
        List<Unit> kept = new ArrayList<>(units);
        for (int i = 0; i < kept.size(); i++) {
            int length = fillerAt(kept, i);
            if (length > 0) {
                kept.subList(i, i + length).clear();
                if (i < kept.size()) {
                    kept.set(i, apart(kept.get(i)));
                }
                i--;
            }
        }
        return kept.isEmpty() ? units : kept;
    }

    private static int fillerAt(List<Unit> units, int at) {
        for (String phrase : PHRASES) {
            int to = at + phrase.length();
            if (to <= units.size() && Units.key(units.subList(at, to)).equals(phrase)) {
                return phrase.length();
            }
        }
        return 0;
    }

    private static Unit apart(Unit unit) {
        return new Unit(unit.text(), unit.kind(), unit.start(), unit.end(), false);
    }
}
