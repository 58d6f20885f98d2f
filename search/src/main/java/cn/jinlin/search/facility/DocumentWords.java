package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import cn.jinlin.search.text.Grams;
import cn.jinlin.search.text.Readings;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The words under which a facility is found, made from its names, address and services.
final class DocumentWords {

    private static final int MOST_SERVICES = 60;
    private static final int LONGEST_HEAD = 3;
    private static final int LONGEST_ORDER = 400;
    /// Room for the pairs of most facilities, so that no set has to grow.
    private static final int USUAL_PAIRS = 256;

    private final Set<String> keys = new LinkedHashSet<>();
    private final List<String> name = new ArrayList<>();
    private final List<String> otherNames = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final List<String> address = new ArrayList<>();
    private final List<String> syllables = new ArrayList<>();
    private final List<String> initials = new ArrayList<>();
    private final Set<String> characters = new LinkedHashSet<>();
    private final Set<String> everything = new LinkedHashSet<>(USUAL_PAIRS);
    private final Set<String> sounds = new LinkedHashSet<>(USUAL_PAIRS);
    private final Set<String> soundsAlike = new LinkedHashSet<>(USUAL_PAIRS);
    private String nameOrder = "";

    private DocumentWords() {}

    static DocumentWords of(FacilityDocument document) {
        DocumentWords words = new DocumentWords();
        words.addName(document.name(), words.name);
        document.otherNames().forEach(other -> words.addName(other, words.otherNames));
        words.addName(document.nameEn(), words.otherNames);
        document.categoryNames().forEach(words::addUsual);
        words.addUsual(document.subdistrictName());
        words.address.addAll(words.add(HeardText.of(document.address())));
        if (document.addressEn() != null) {
            words.add(HeardText.of(document.addressEn()));
        }
        document.services()
                .stream()
                .limit(MOST_SERVICES)
                .forEach(service -> words.services.add(joined(words.add(HeardText.ofUsual(service)))));
        return words;
    }

    void write(JsonGenerator json) {
        array(json, Layout.KEY, keys);
        array(json, Layout.HEAD, heads());
        json.writeStringProperty(Layout.NAME_ORDER, nameOrder);
        json.writeStringProperty(Layout.NAME, joined(name));
        array(json, Layout.OTHER_NAMES, otherNames);
        json.writeStringProperty(Layout.CHARACTERS, joined(characters));
        json.writeStringProperty(Layout.ADDRESS, joined(address));
        array(json, Layout.SERVICES, services);
        json.writeStringProperty(Layout.EVERYTHING, joined(everything));
        array(json, Layout.SYLLABLES, syllables);
        json.writeStringProperty(Layout.SOUNDS, joined(sounds));
        json.writeStringProperty(Layout.SOUNDS_ALIKE, joined(soundsAlike));
        array(json, Layout.INITIALS, initials);
    }

    private void addName(@Nullable String text, List<String> pairs) {
        if (text == null) {
            return;
        }
        List<Unit> units = Units.of(text);
        List<String> readings = Readings.of(units);
        String letters = Readings.initials(units, readings);
        pairs.add(joined(add(HeardText.of(units, readings))));
        units.forEach(unit -> characters.add(unit.text()));
        if (nameOrder.isEmpty()) {
            nameOrder = order(units, readings);
        }
        if (!units.isEmpty()) {
            keys.add(Units.key(units));
        }
        if (units.stream().anyMatch(unit -> unit.kind() == Unit.Kind.HAN)) {
            keys.add(String.join("", readings));
            keys.add(letters);
            syllables.add(joined(Readings.syllables(units, readings)));
            initials.add(joined(Grams.letterPairs(letters)));
        }
    }

    /// By sound, then as written, so that names which sound alike stay apart.
    private static String order(List<Unit> units, List<String> readings) {
        String order = joined(readings) + " " + Units.key(units);
        return order.substring(0, Math.min(order.length(), LONGEST_ORDER));
    }

    private void addUsual(@Nullable String text) {
        if (text != null) {
            add(HeardText.ofUsual(text));
        }
    }

    private List<String> add(HeardText heard) {
        everything.addAll(heard.everything());
        sounds.addAll(heard.sounds());
        soundsAlike.addAll(heard.soundsAlike());
        return heard.pairs();
    }

    private Set<String> heads() {
        Set<String> heads = new LinkedHashSet<>();
        for (String key : keys) {
            for (int length = 1; length <= Math.min(LONGEST_HEAD, key.length()); length++) {
                heads.add(key.substring(0, length));
            }
        }
        return heads;
    }

    private static String joined(Collection<String> tokens) {
        return String.join(" ", tokens);
    }

    private static void array(JsonGenerator json, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(field);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
