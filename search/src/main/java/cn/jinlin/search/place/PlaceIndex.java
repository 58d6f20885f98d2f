package cn.jinlin.search.place;

import java.util.List;
import java.util.stream.IntStream;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.text.Readings;
import cn.jinlin.search.text.Unit;
import cn.jinlin.search.text.Unit.Kind;
import cn.jinlin.search.text.Units;
import org.jspecify.annotations.Nullable;

/// Finds places by name while it is typed: in Chinese (any part of the name), in pinyin, by initials, in English (from
/// any word on). Held in memory, immutable; about 400 bytes a place.
///
/// Whoever types a house number behind or before a name that has none means the place of that name.
public final class PlaceIndex {

    /// So many names with a common part in them are compared; more are all alike to whoever types no more than that.
    private static final int MOST_PARTS = 50_000;

    private final List<Place> places;
    private final SortedNames starts;
    private final SortedNames parts;

    private PlaceIndex(List<Place> places, NameKeys keys) {
        this.places = places;
        char[] text = keys.text();
        starts = new SortedNames(text, keys.starts());
        parts = new SortedNames(text, keys.parts());
    }

    /// How well a name matches, best first.
    public enum Match {
        /// It is the whole name.
        EXACT,
        /// The name begins with it.
        PREFIX,
        /// The name has it inside.
        INSIDE
    }

    /// A place that was found.
    public record Hit(Place place, Match match) {}

    public static PlaceIndex of(List<Place> places) {
        List<Place> kept = List.copyOf(places);
        var keys = new NameKeys();
        for (int i = 0; i < kept.size(); i++) {
            keys.add(i, kept.get(i));
        }
        return new PlaceIndex(kept, keys);
    }

    /// Number of places.
    public int size() {
        return places.size();
    }

    /// The places that may be meant: whole names, then beginnings, then parts; among equals the nearest first, and
    /// without a point neighbourhoods and short names.
    ///
    /// @param near null for anywhere
    /// @param most how many at most
    public List<Hit> find(String text, @Nullable GeoPoint near, int most) {
        List<Unit> units = Units.of(text);
        List<Hit> hits = findKey(Units.key(units), near, most);
        boolean mixed = units.stream().anyMatch(unit -> unit.kind() == Kind.HAN)
                && units.stream().anyMatch(unit -> unit.kind() == Kind.WORD);
        if (hits.isEmpty() && mixed) {
            hits = findKey(String.join("", Readings.of(units)), near, most);
        }
        return hits.isEmpty() ? findKey(Units.key(withoutHouseNumber(units)), near, most) : hits;
    }

    /// 梅园路 for 梅园路88号, Meiyuan Road for 88 Meiyuan Road; nothing where there is no number.
    private static List<Unit> withoutHouseNumber(List<Unit> units) {
        int number = IntStream.range(0, units.size())
                .filter(i -> units.get(i).kind() == Kind.NUMBER)
                .findFirst()
                .orElse(-1);
        if (number < 0) {
            return List.of();
        }
        return number == 0 ? units.subList(1, units.size()) : units.subList(0, number);
    }

    private List<Hit> findKey(String key, @Nullable GeoPoint near, int most) {
        if (key.isEmpty() || most < 1) {
            return List.of();
        }
        var best = new BestPlaces(places, near, most);
        int end = starts.end(key);
        for (int at = starts.first(key); at < end; at++) {
            best.offer(starts.place(at), starts.endsAfter(at, key) ? Match.EXACT : Match.PREFIX);
        }
        if (!best.isFull()) {
            int first = parts.first(key);
            int last = Math.min(parts.end(key), first + MOST_PARTS);
            for (int at = first; at < last; at++) {
                best.offer(parts.place(at), Match.INSIDE);
            }
        }
        return best.list();
    }
}
