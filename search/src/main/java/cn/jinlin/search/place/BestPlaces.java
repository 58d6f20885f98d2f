package cn.jinlin.search.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.place.PlaceIndex.Match;
import org.jspecify.annotations.Nullable;

/// Keeps the best few of many offered places, each once.
final class BestPlaces {

    private static final Comparator<Offer> ORDER = Comparator.comparing(Offer::match)
            .thenComparingDouble(Offer::far)
            .thenComparingInt(Offer::place);

    private final Spots spots;
    private final @Nullable GeoPoint near;
    private final double narrowing;
    private final int most;
    private final List<Offer> best = new ArrayList<>();
    /// The last of the best, once there are enough of them.
    private @Nullable Offer last;

    BestPlaces(Spots spots, @Nullable GeoPoint near, int most) {
        this.spots = spots;
        this.near = near;
        this.most = most;
        narrowing = near == null ? 1 : Math.cos(Math.toRadians(near.lat()));
    }

    /// @param far what orders those that match alike, smaller first
    record Offer(int place, Match match, double far) {}

    void offer(int place, Match match) {
        double far = near == null ? spots.plain(place) : spots.far(place, near, narrowing);
        if (isWorse(place, match, far)) {
            return;
        }
        for (int i = 0; i < best.size(); i++) {
            if (best.get(i).place() == place) {
                if (best.get(i).match().compareTo(match) <= 0) {
                    return;
                }
                best.remove(i);
                break;
            }
        }
        insert(new Offer(place, match, far));
    }

    /// Nearly all are: nothing is made for them.
    private boolean isWorse(int place, Match match, double far) {
        Offer worst = last;
        if (worst == null) {
            return false;
        }
        int order = match.compareTo(worst.match());
        return order > 0
                || (order == 0 && (far > worst.far() || (far == worst.far() && place >= worst.place())));
    }

    private void insert(Offer offer) {
        int at = best.size();
        while (at > 0 && ORDER.compare(offer, best.get(at - 1)) < 0) {
            at--;
        }
        best.add(at, offer);
        if (best.size() > most) {
            best.removeLast();
        }
        last = best.size() == most ? best.getLast() : null;
    }

    boolean isFull() {
        return best.size() == most;
    }

    List<Offer> list() {
        return best;
    }
}
