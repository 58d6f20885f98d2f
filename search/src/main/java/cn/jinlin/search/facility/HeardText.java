package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import cn.jinlin.search.text.Grams;
import cn.jinlin.search.text.Readings;
import cn.jinlin.search.text.Southern;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;

/// A text as it is looked for: as written, and by the sound of it.
///
/// @param everything the pairs and its numbers
record HeardText(List<String> pairs, List<String> everything, List<String> sounds, List<String> soundsAlike) {

    /// Categories, sub-districts and services: the same few thousand texts for a million facilities.
    private static final Map<String, HeardText> USUAL = new ConcurrentHashMap<>();
    private static final int MOST_USUAL = 5_000;
    private static final int LONGEST_USUAL = 60;

    static HeardText of(List<Unit> units, List<String> readings) {
        List<String> pairs = Grams.pairs(units);
        List<String> everything = new ArrayList<>(pairs);
        units.stream().filter(unit -> unit.kind() == Unit.Kind.NUMBER).map(Unit::text).forEach(everything::add);
        return new HeardText(pairs, everything, Grams.soundPairs(units, readings),
                List.copyOf(Southern.pairs(units, readings)));
    }

    static HeardText of(String text) {
        List<Unit> units = Units.of(text);
        return of(units, Readings.of(units));
    }

    /// The same for a text that many facilities share; it is remembered.
    static HeardText ofUsual(String text) {
        HeardText known = USUAL.get(text);
        if (known != null) {
            return known;
        }
        HeardText heard = of(text);
        if (USUAL.size() < MOST_USUAL && text.length() <= LONGEST_USUAL) {
            USUAL.put(text, heard);
        }
        return heard;
    }
}
