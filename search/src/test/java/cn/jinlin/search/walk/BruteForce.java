package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Walking times by Bellman and Ford's rule over a plain list of pieces, each place being a node of its own: slow, and
/// with nothing in common with the search but the network's public face.
final class BruteForce {

    static final long NEVER = Long.MAX_VALUE;

    private final WalkNetwork network;
    private final WalkProfile profile;

    BruteForce(WalkNetwork network, WalkProfile profile) {
        this.network = network;
        this.profile = profile;
    }

    /// A directed piece of a path.
    private record Piece(int from, int to, long millis, long millimetres) {}

    /// Milliseconds from a place to every node, and last to the other place.
    long[] millis(Attachment origin, Attachment target) {
        return Arrays.stream(best(origin, target)).mapToLong(best -> best[0]).toArray();
    }

    /// Length of the shortest of the fastest walks between two places.
    long millimetres(Attachment origin, Attachment target) {
        return best(origin, target)[network.nodes() + 1][1];
    }

    private long[][] best(Attachment origin, Attachment target) {
        int start = network.nodes();
        int goal = start + 1;
        List<Piece> pieces = new ArrayList<>();
        for (int edge = 0; edge < network.edges(); edge++) {
            addBothWays(pieces, network.from(edge), network.to(edge), network.lengthMillimetres(edge),
                    network.traits(edge));
        }
        addPlace(pieces, start, origin);
        addPlace(pieces, goal, target);
        if (origin.edge() == target.edge()) {
            boolean ahead = target.offsetMillimetres() >= origin.offsetMillimetres();
            addBothWays(pieces, ahead ? start : goal, ahead ? goal : start,
                    Math.abs(target.offsetMillimetres() - origin.offsetMillimetres()), origin.traits());
        }
        return relaxed(pieces, start, goal + 1);
    }

    private static long[][] relaxed(List<Piece> pieces, int start, int nodes) {
        long[][] best = new long[nodes][];
        Arrays.setAll(best, node -> new long[]{NEVER, NEVER});
        best[start] = new long[]{0, 0};
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Piece piece : pieces) {
                long[] from = best[piece.from];
                if (from[0] == NEVER) {
                    continue;
                }
                long[] way = {from[0] + piece.millis, from[1] + piece.millimetres};
                if (Arrays.compare(way, best[piece.to]) < 0) {
                    best[piece.to] = way;
                    changed = true;
                }
            }
        }
        return best;
    }

    private void addPlace(List<Piece> pieces, int place, Attachment at) {
        addBothWays(pieces, at.from(), place, at.offsetMillimetres(), at.traits());
        addBothWays(pieces, place, at.to(), at.lengthMillimetres() - at.offsetMillimetres(), at.traits());
    }

    private void addBothWays(List<Piece> pieces, int from, int to, long millimetres, int traits) {
        boolean allowed = (profile.steps() || (traits & EdgeTraits.STEPS) == 0)
                && (profile.kerbs() || (traits & EdgeTraits.KERB) == 0)
                && (profile.rough() || (traits & EdgeTraits.ROUGH) == 0);
        long millis = millimetres == 0 ? 0 : millis(millimetres, traits);
        if (millimetres == 0 || (allowed && (traits & EdgeTraits.FORWARD) != 0)) {
            pieces.add(new Piece(from, to, millis, millimetres));
        }
        if (millimetres == 0 || (allowed && (traits & EdgeTraits.BACKWARD) != 0)) {
            pieces.add(new Piece(to, from, millis, millimetres));
        }
    }

    private long millis(long millimetres, int traits) {
        long percent = (traits & EdgeTraits.ROUGH) == 0 ? 100 : profile.roughPercent();
        long speed = 100L * profile.metresPerHour();
        long walking = Math.floorDiv(2 * 3600 * percent * millimetres + speed, 2 * speed);
        boolean lights = (traits & EdgeTraits.SIGNALS) != 0;
        boolean crossing = (traits & EdgeTraits.CROSSING) != 0;
        long waiting = lights ? profile.signalsTenths() : crossing ? profile.crossingTenths() : 0;
        long lift = (traits & EdgeTraits.ELEVATOR) != 0 ? profile.elevatorTenths() : 0;
        return walking + 100 * (waiting + lift);
    }
}
