package cn.jinlin.search.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.jinlin.search.text.Unit.Kind;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;

/// How a text is read aloud: a toneless syllable for each Han character, other units as they are written.
///
/// The dictionary knows common words; names of places and offices (闵行, 支行) come first from a table of our own.
public final class Readings {

    private static final Map<String, String[]> NAMES = new HashMap<>();
    private static final Map<String, String[]> OTHER_READINGS = new HashMap<>();
    private static final int LONGEST_NAME;
    /// Most characters begin no name of the table, and need not be looked up with all that may follow.
    private static final BitSet FIRST_OF_NAMES = new BitSet();

    static {
        Table.read("polyphones.tsv").forEach(row -> NAMES.put(row[0], row[1].split(" ")));
        Table.read("other-readings.tsv").forEach(row -> OTHER_READINGS.put(row[0], row[1].split(" ")));
        NAMES.keySet().forEach(name -> FIRST_OF_NAMES.set(name.charAt(0)));
        LONGEST_NAME = NAMES.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private Readings() {}

    /// One reading a unit.
    public static List<String> of(List<Unit> units) {
        StringBuilder text = new StringBuilder(units.size());
        for (Unit unit : units) {
            boolean readable = unit.kind() == Kind.HAN && unit.text().length() == 1;
            text.append(readable ? unit.text().charAt(0) : ' ');
        }
        List<Pinyin> dictionary = PinyinDictionary.convertToPinyin(text.toString(), true);
        List<String> readings = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            Pinyin pinyin = dictionary.get(i);
            readings.add(pinyin == Pinyin.none5 ? units.get(i).text() : pinyin.getPinyinWithoutTone());
        }
        overlay(text, readings);
        return readings;
    }

    /// The syllables alone keep their letters; what is not read aloud is marked so that it is not taken for a syllable.
    public static List<String> syllables(List<Unit> units, List<String> readings) {
        List<String> syllables = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            syllables.add(units.get(i).kind() == Kind.HAN ? readings.get(i) : "#" + readings.get(i));
        }
        return syllables;
    }

    /// The other ways in which a unit may be read, for those who do not know how it is read in this name.
    static List<String> others(Unit unit) {
        String[] others = OTHER_READINGS.get(unit.text());
        return others == null ? List.of() : List.of(others);
    }

    /// First letters of the syllables; words and numbers whole.
    public static String initials(List<Unit> units, List<String> readings) {
        StringBuilder initials = new StringBuilder(units.size());
        for (int i = 0; i < units.size(); i++) {
            String reading = readings.get(i);
            initials.append(units.get(i).kind() == Kind.HAN ? reading.substring(0, 1) : reading);
        }
        return initials.toString();
    }

    private static void overlay(CharSequence text, List<String> readings) {
        for (int i = 0; i < text.length(); i++) {
            int longest = FIRST_OF_NAMES.get(text.charAt(i)) ? Math.min(LONGEST_NAME, text.length() - i) : 0;
            for (int length = longest; length > 0; length--) {
                String[] name = NAMES.get(text.subSequence(i, i + length).toString());
                if (name != null) {
                    for (int k = 0; k < length; k++) {
                        readings.set(i + k, name[k]);
                    }
                    i += length - 1;
                    break;
                }
            }
        }
    }
}
