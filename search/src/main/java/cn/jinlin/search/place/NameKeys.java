package cn.jinlin.search.place;

import java.util.Arrays;
import java.util.List;

import cn.jinlin.search.text.Readings;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Unit.Kind;
import cn.jinlin.search.text.Units;

/// The names of all places as they may be typed, folded and one after the other in one array: characters, pinyin,
/// initials, English. Remembers where each begins, and where a part of it begins.
final class NameKeys {

    /// Stands behind each name.
    static final char END = 0;

    private char[] text = new char[4096];
    private int length;
    private final Entries starts = new Entries();
    private final Entries parts = new Entries();

    /// Places in the upper half, positions in the lower.
    private static final class Entries {

        private long[] entries = new long[1024];
        private int size;

        void add(int place, int position) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] = ((long) place << 32) | position;
        }
    }

    void add(int number, Place place) {
        List<Unit> units = Units.of(place.name());
        List<String> readings = Readings.of(units);
        add(number, units.stream().map(Unit::text).toList());
        if (units.stream().anyMatch(unit -> unit.kind() == Kind.HAN)) {
            add(number, readings);
            add(number, initials(units, readings));
        }
        if (place.nameEn() != null) {
            add(number, Units.of(place.nameEn()).stream().map(Unit::text).toList());
        }
    }

    private static List<String> initials(List<Unit> units, List<String> readings) {
        var initials = new String[units.size()];
        for (int i = 0; i < initials.length; i++) {
            boolean spoken = units.get(i).kind() == Kind.HAN && !readings.get(i).isEmpty();
            initials[i] = spoken ? readings.get(i).substring(0, 1) : readings.get(i);
        }
        return Arrays.asList(initials);
    }

    private void add(int number, List<String> pieces) {
        boolean first = true;
        for (String piece : pieces) {
            (first ? starts : parts).add(number, length);
            first = false;
            append(piece);
        }
        append(String.valueOf(END));
    }

    private void append(String piece) {
        if (length + piece.length() > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + piece.length()));
        }
        piece.getChars(0, piece.length(), text, length);
        length += piece.length();
    }

    char[] text() {
        return Arrays.copyOf(text, length);
    }

    /// The whole names, unsorted.
    long[] starts() {
        return Arrays.copyOf(starts.entries, starts.size);
    }

    /// What is left of the names behind their first characters, syllables or words, unsorted.
    long[] parts() {
        return Arrays.copyOf(parts.entries, parts.size);
    }
}
