package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.jinlin.search.GeoPoint;

/// Tells whether places lie beside the roads their addresses name, or all to the same side of them: then their
/// coordinates, or the network's, are in another system than was declared (in China some 500 m apart).
///
/// Each place says only how far it is across its road. All roads together, running in many directions, give one shift
/// by least squares.
public final class RoadOffset {

    private static final int FEWEST_PLACES = 30;
    private static final double FARTHEST_METRES = 1_500;
    private static final int LONGEST_NAME = 12;
    private static final int SHORTEST_NAME = 2;

    private final WalkNetwork network;
    private final Map<String, List<Integer>> roads = new HashMap<>();
    private final List<Across> seen = new ArrayList<>();

    public RoadOffset(WalkNetwork network) {
        this.network = network;
        for (int edge = 0; edge < network.edges(); edge++) {
            int named = edge;
            network.name(edge).ifPresent(name -> roads.computeIfAbsent(name, _ -> new ArrayList<>()).add(named));
        }
    }

    /// How a place lies to its road: the unit vector across the road and the metres from the place to the road along it.
    private record Across(double east, double north, double metres) {}

    /// @param eastMetres by how much places would have to be moved east to lie on their roads
    /// @param northMetres the same for north
    /// @param places how many were looked at
    /// @param before typical metres between a place and its road
    /// @param after the same, were the places moved
    public record Shift(double eastMetres, double northMetres, int places, double before, double after) {

        private static final double SUSPICIOUS_METRES = 100;

        public double metres() {
            return Math.hypot(eastMetres, northMetres);
        }

        /// Whether it looks like another coordinate system rather than like chance.
        public boolean isSystematic() {
            return metres() > SUSPICIOUS_METRES && after < before / 2;
        }
    }

    /// Looks at one place; one whose address names no road of the network, or one far away, is passed over.
    public void look(GeoPoint place, String address) {
        List<Integer> edges = road(address);
        Across nearest = null;
        for (int edge : edges) {
            double[] line = network.line(edge);
            for (int i = 0; i + 3 < line.length; i += 2) {
                Across across = across(place, line[i], line[i + 1], line[i + 2], line[i + 3]);
                if (nearest == null || Math.abs(across.metres) < Math.abs(nearest.metres)) {
                    nearest = across;
                }
            }
        }
        if (nearest != null && Math.abs(nearest.metres) <= FARTHEST_METRES) {
            seen.add(nearest);
        }
    }

    /// @return empty when too few places were seen, or their roads all run one way
    public Optional<Shift> shift() {
        if (seen.size() < FEWEST_PLACES) {
            return Optional.empty();
        }
        double ee = 0;
        double en = 0;
        double nn = 0;
        double em = 0;
        double nm = 0;
        for (Across each : seen) {
            ee += each.east * each.east;
            en += each.east * each.north;
            nn += each.north * each.north;
            em += each.east * each.metres;
            nm += each.north * each.metres;
        }
        double determinant = ee * nn - en * en;
        if (determinant < 1e-3 * seen.size() * seen.size()) {
            return Optional.empty();
        }
        double east = (em * nn - nm * en) / determinant;
        double north = (nm * ee - em * en) / determinant;
        return Optional.of(new Shift(east, north, seen.size(), typical(0, 0), typical(east, north)));
    }

    private double typical(double east, double north) {
        double[] left = seen.stream()
                .mapToDouble(each -> Math.abs(each.metres - each.east * east - each.north * north))
                .sorted()
                .toArray();
        return left[left.length / 2];
    }

    /// The longest road name that the address contains.
    private List<Integer> road(String address) {
        for (int length = Math.min(LONGEST_NAME, address.length()); length >= SHORTEST_NAME; length--) {
            for (int from = 0; from + length <= address.length(); from++) {
                List<Integer> edges = roads.get(address.substring(from, from + length));
                if (edges != null) {
                    return edges;
                }
            }
        }
        return List.of();
    }

    private static Across across(GeoPoint place, double lat1, double lon1, double lat2, double lon2) {
        double perLon = EarthDistance.DEGREE_METRES * Math.cos(Math.toRadians(place.lat()));
        double x1 = (lon1 - place.lon()) * perLon;
        double y1 = (lat1 - place.lat()) * EarthDistance.DEGREE_METRES;
        double dx = (lon2 - lon1) * perLon;
        double dy = (lat2 - lat1) * EarthDistance.DEGREE_METRES;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / square, 0, 1);
        double x = x1 + along * dx;
        double y = y1 + along * dy;
        double metres = Math.hypot(x, y);
        return metres == 0 ? new Across(0, 0, 0) : new Across(x / metres, y / metres, metres);
    }
}
