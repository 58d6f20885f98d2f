package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts units into the terms of the index: pairs where characters stand together, single units where they stand alone.
public final class Grams {

    private Grams() {}

    /// Pairs of neighbouring characters and numbers; words, and characters with no neighbour, as they are.
    public static List<String> pairs(List<Unit> units) {
        List<String> pairs = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            if (pairsBack(units, i)) {
                pairs.add(units.get(i - 1).text() + units.get(i).text());
            } else if (!pairsBack(units, i + 1)) {
                pairs.add(units.get(i).text());
            }
        }
        return pairs;
    }

    /// Neighbouring Han characters as they sound.
    ///
    /// @param readings one a unit
    public static List<String> soundPairs(List<Unit> units, List<String> readings) {
        List<String> pairs = new ArrayList<>(units.size());
        for (int i = 1; i < units.size(); i++) {
            if (soundsBack(units, i)) {
                pairs.add(readings.get(i - 1) + readings.get(i));
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

    static boolean soundsBack(List<Unit> units, int index) {
        return pairsBack(units, index) && units.get(index).kind() == Unit.Kind.HAN
                && units.get(index - 1).kind() == Unit.Kind.HAN;
    }

    static boolean pairsBack(List<Unit> units, int index) {
        return index > 0 && index < units.size() && units.get(index).pairsWith(units.get(index - 1));
    }
}
