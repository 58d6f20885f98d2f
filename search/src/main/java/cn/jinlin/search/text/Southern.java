package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Folds what many speakers do not tell apart: zh and z, ch and c, sh and s, n and l, ang and an, eng and en, ing and in.
public final class Southern {

    private Southern() {}

    /// @param syllable toneless
    public static String fold(String syllable) {
        String folded = syllable;
        if (folded.startsWith("zh") || folded.startsWith("ch") || folded.startsWith("sh")) {
            folded = folded.charAt(0) + folded.substring(2);
        } else if (folded.startsWith("n") && folded.length() > 1) {
            folded = "l" + folded.substring(1);
        }
        if (folded.endsWith("ng") && !folded.endsWith("ong")) {
            folded = folded.substring(0, folded.length() - 1);
        }
        return folded.startsWith("lv") ? "lu" + folded.substring(2) : folded;
    }

    /// Pairs of folded syllables, with every other way of reading either one.
    public static Set<String> pairs(List<Unit> units, List<String> readings) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 1; i < units.size(); i++) {
            if (Grams.soundsBack(units, i)) {
                for (String left : ways(units.get(i - 1), readings.get(i - 1))) {
                    for (String right : ways(units.get(i), readings.get(i))) {
                        pairs.add(left + right);
                    }
                }
            }
        }
        return pairs;
    }

    private static List<String> ways(Unit unit, String reading) {
        List<String> others = Readings.others(unit);
        if (others.isEmpty()) {
            return List.of(fold(reading));
        }
        List<String> ways = new ArrayList<>(others.size() + 1);
        ways.add(fold(reading));
        others.stream().map(Southern::fold).filter(other -> !ways.contains(other)).forEach(ways::add);
        return ways;
    }
}
