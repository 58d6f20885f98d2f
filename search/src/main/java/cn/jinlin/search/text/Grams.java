package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts units into the terms of the index: pairs where characters stand together, single units where they stand alone.
public final class Grams {

    private Grams() {}

    /// Pairs of neighbouring characters and numbers; words, and characters with no neighbour, as they are.
    public static List<String> pairs(List<Unit> units) {
        return pairs(units, units.stream().map(Unit::text).toList());
    }

    /// The same over what each unit reads like. One reading a unit.
    public static List<String> pairs(List<Unit> units, List<String> readings) {
        List<String> pairs = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            if (pairsBack(units, i)) {
                pairs.add(readings.get(i - 1) + readings.get(i));
            } else if (!pairsBack(units, i + 1)) {
                pairs.add(readings.get(i));
            }
        }
        return pairs;
    }

    /// Neighbouring letters of a word of initials.
    public static List<String> letterPairs(String letters) {
        List<String> pairs = new ArrayList<>(letters.length());
        for (int i = 1; i < letters.length(); i++) {
            pairs.add(letters.substring(i - 1, i + 1));
        }
        return pairs;
    }

    static boolean pairsBack(List<Unit> units, int index) {
        return index > 0 && index < units.size() && units.get(index).pairsWith(units.get(index - 1));
    }
}
