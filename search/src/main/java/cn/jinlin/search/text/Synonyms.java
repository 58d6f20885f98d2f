package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is written in names and services for what people say (工行 is 工商银行, 打疫苗 is 预防接种).
///
/// Applied to what is searched for and never to what is indexed, so the table can change without a new index.
public final class Synonyms {

    private static final Map<String, List<Unit>> BY_WORDS = new HashMap<>();
    private static final int LONGEST;

    static {
        Table.read("synonyms.tsv")
                .stream()
                .filter(row -> row.length > 1)
                .forEach(row -> BY_WORDS.put(Aliases.wordsKey(Units.of(row[0])), Units.of(row[1])));
        LONGEST = BY_WORDS.keySet().stream().mapToInt(key -> Table.cell(key, " ").size()).max().orElse(0);
    }

    private Synonyms() {}

    /// The text as it may be written, for each thing said in it: one rewriting each, the longest where two overlap.
    public static List<List<Unit>> rewritings(List<Unit> units) {
        List<List<Unit>> rewritings = new ArrayList<>();
        for (int from = 0; from < units.size(); from++) {
            for (int to = Math.min(units.size(), from + LONGEST); to > from; to--) {
                List<Unit> written = BY_WORDS.get(Aliases.wordsKey(units.subList(from, to)));
                if (written != null) {
                    List<Unit> rewriting = new ArrayList<>(units.subList(0, from));
                    rewriting.addAll(written);
                    rewriting.addAll(Fillers.apart(units.subList(to, units.size())));
                    rewritings.add(rewriting);
                    from = to - 1;
                    break;
                }
            }
        }
        return rewritings;
    }
}
