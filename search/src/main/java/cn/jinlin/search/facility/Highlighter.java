package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import cn.jinlin.search.facility.FacilityHits.Highlight;
import cn.jinlin.search.facility.FacilityHits.Piece;
import cn.jinlin.search.text.Grams;
import cn.jinlin.search.text.Readings;
import cn.jinlin.search.text.Spelling;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;
import tools.jackson.databind.JsonNode;

/// Marks in a found facility's texts what was searched for: the same characters, the same sound, the same initials.
final class Highlighter {

    private static final int MOST_SERVICES = 3;
    private static final int SHORTEST_PREFIX = 3;

    private final Set<String> pairs;
    private final Set<String> sounds = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> singles = new HashSet<>();
    private final String initials;

    Highlighter(String query) {
        List<Unit> units = Units.of(query);
        pairs = new HashSet<>(Grams.pairs(units));
        boolean latin = units.stream().allMatch(unit -> unit.kind() == Unit.Kind.WORD);
        initials = latin ? Units.key(units) : "";
        sounds.addAll(Grams.soundPairs(units, Readings.of(units)));
        for (Unit unit : units) {
            (unit.kind() == Unit.Kind.WORD ? words : singles).add(unit.text());
        }
        Spelling.of(List.copyOf(words))
                .stream()
                .filter(Spelling::isWhole)
                .flatMap(spelling -> spelling.pairs().stream())
                .forEach(sounds::addAll);
    }

    List<Highlight> of(JsonNode shown) {
        List<Highlight> highlights = new ArrayList<>();
        for (String field : new String[]{"name", "nameEn", "address"}) {
            add(field, shown.path(field).asString(""), highlights);
        }
        int before = highlights.size();
        for (JsonNode service : shown.path("services")) {
            if (highlights.size() < before + MOST_SERVICES) {
                add("services", service.asString(""), highlights);
            }
        }
        return highlights;
    }

    private void add(String field, String text, List<Highlight> highlights) {
        List<Unit> units = Units.of(text);
        boolean[] matched = new boolean[units.size()];
        if (!units.isEmpty() && mark(units, matched)) {
            highlights.add(new Highlight(field, cut(text, units, matched)));
        }
    }

    private boolean mark(List<Unit> units, boolean[] matched) {
        boolean any = false;
        boolean han = false;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            han |= unit.kind() == Unit.Kind.HAN;
            if (unit.kind() == Unit.Kind.WORD
                    ? isWord(unit.text())
                    : pairs.contains(unit.text()) && singles.contains(unit.text())) {
                matched[i] = true;
                any = true;
            }
            if (i > 0 && unit.joined() && pairs.contains(units.get(i - 1).text() + unit.text())) {
                matched[i - 1] = true;
                matched[i] = true;
                any = true;
            }
        }
        // Reading aloud costs more than comparing, and what is there as written need not be heard as well.
        return any || (han && markHeard(units, matched));
    }

    private boolean markHeard(List<Unit> units, boolean[] matched) {
        if (sounds.isEmpty() && initials.isEmpty()) {
            return false;
        }
        List<String> readings = Readings.of(units);
        boolean any = false;
        for (int i = 1; i < units.size(); i++) {
            if (units.get(i).joined() && sounds.contains(readings.get(i - 1) + readings.get(i))) {
                matched[i - 1] = true;
                matched[i] = true;
                any = true;
            }
        }
        return markInitials(units, readings, matched) || any;
    }

    private boolean isWord(String text) {
        return words.contains(text)
                || words.stream().anyMatch(word -> word.length() >= SHORTEST_PREFIX && text.startsWith(word));
    }

    private boolean markInitials(List<Unit> units, List<String> readings, boolean[] matched) {
        boolean any = false;
        int length = initials.length();
        for (int i = 0; length > 1 && i + length <= units.size(); i++) {
            if (readings.get(i).charAt(0) == initials.charAt(0) && Readings
                    .initials(units.subList(i, i + length), readings.subList(i, i + length))
                    .equals(initials)) {
                Arrays.fill(matched, i, i + length, true);
                any = true;
            }
        }
        return any;
    }

    private static List<Piece> cut(String text, List<Unit> units, boolean[] matched) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < units.size(); i++) {
            if (matched[i]) {
                int start = Math.max(done, units.get(i).start());
                int last = i;
                while (last + 1 < units.size() && matched[last + 1]) {
                    last++;
                }
                int end = Math.max(start, units.get(last).end());
                piece(text.substring(done, start), false, pieces);
                piece(text.substring(start, end), true, pieces);
                done = end;
                i = last;
            }
        }
        piece(text.substring(done), false, pieces);
        return pieces;
    }

    private static void piece(String text, boolean matched, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, matched));
        }
    }
}
