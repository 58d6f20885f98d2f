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
                List<Unit> rest = apart(kept.subList(i, kept.size()));
                kept = new ArrayList<>(kept.subList(0, i));
                kept.addAll(rest);
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

    /// The units with the first no longer joined to what went before.
    static List<Unit> apart(List<Unit> units) {
        List<Unit> apart = new ArrayList<>(units);
        if (!apart.isEmpty()) {
            Unit first = apart.getFirst();
            apart.set(0, new Unit(first.text(), first.kind(), first.start(), first.end(), false));
        }
        return apart;
    }
}
