package cn.jinlin.search.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// Keeps the best few of many offered places, each once.
final class BestPlaces {

    private static final Comparator<Offer> ORDER = Comparator.comparing(Offer::match)
            .thenComparingDouble(Offer::far)
            .thenComparingInt(Offer::number);

    private final List<Place> places;
    private final @Nullable GeoPoint near;
    private final double narrowing;
    private final int most;
    private final List<Offer> best = new ArrayList<>();

    BestPlaces(List<Place> places, @Nullable GeoPoint near, int most) {
        this.places = places;
        this.near = near;
        this.most = most;
        narrowing = near == null ? 1 : Math.cos(Math.toRadians(near.lat()));
    }

    /// @param far what orders those that match alike, smaller first
    private record Offer(int number, PlaceIndex.Match match, double far) {}

    void offer(int number, PlaceIndex.Match match) {
        if (isFull() && best.getLast().match().compareTo(match) < 0) {
            return;
        }
        var offer = new Offer(number, match, far(places.get(number)));
        if (isFull() && ORDER.compare(offer, best.getLast()) >= 0) {
            return;
        }
        for (int i = 0; i < best.size(); i++) {
            if (best.get(i).number() == number) {
                if (best.get(i).match().compareTo(match) <= 0) {
                    return;
                }
                best.remove(i);
                break;
            }
        }
        int at = best.size();
        while (at > 0 && ORDER.compare(offer, best.get(at - 1)) < 0) {
            at--;
        }
        best.add(at, offer);
        if (best.size() > most) {
            best.removeLast();
        }
    }

    private double far(Place place) {
        if (near == null) {
            int kind = switch (place.kind()) {
                case NEIGHBOURHOOD -> 0;
                case COMPOUND -> 1;
                case ROAD -> 2;
            };
            return kind * 1_000.0 + place.name().length();
        }
        double north = place.point().lat() - near.lat();
        double east = (place.point().lon() - near.lon()) * narrowing;
        return north * north + east * east;
    }

    boolean isFull() {
        return best.size() == most;
    }

    List<PlaceIndex.Hit> list() {
        return best.stream().map(offer -> new PlaceIndex.Hit(places.get(offer.number()), offer.match())).toList();
    }
}
