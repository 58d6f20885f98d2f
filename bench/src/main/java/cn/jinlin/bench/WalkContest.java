package cn.jinlin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.AttachedFacilities;
import cn.jinlin.search.walk.Attachment;
import cn.jinlin.search.walk.NearestFacility;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkProfile;
import cn.jinlin.search.walk.Walks;

/// The walking engine on one network, beside GraphHopper on the same.
final class WalkContest {

    private static final int SECONDS = 900;
    private static final int HOUR_TENTHS = 36_000;
    /// As dense as the demo district.
    private static final int NODES_PER_FACILITY = 10;
    private static final int NODES_PER_FACILITY_OF_A_CATEGORY = 500;
    private static final int IN_TURN = 20;

    private final WalkNetwork network;
    private final Walks walks;
    private final AttachedFacilities facilities;
    private final Random random = new Random(7);

    WalkContest(WalkNetwork network) {
        this.network = network;
        this.walks = new Walks(network);
        this.facilities = new AttachedFacilities(network, WalkProfile.ADULT);
        List<AttachedFacilities.Place> places = new ArrayList<>();
        for (int id = 0; id < network.nodes() / NODES_PER_FACILITY; id++) {
            places.add(new AttachedFacilities.Place(id, somewhere()));
        }
        facilities.putAll(places);
    }

    /// Median microseconds of a search over 15 minutes, the sides in turn: ours with its facilities found and in order,
    /// from a point on an edge; the baseline's bare tree, from a node.
    Contest.Sides search(int queries) {
        var baseline = new GraphHopperTree(network);
        double[] ours = new double[queries];
        double[] theirs = new double[queries];
        var reached = new AtomicLong();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < queries; i += IN_TURN) {
                for (int j = i; j < Math.min(queries, i + IN_TURN); j++) {
                    ours[j] = search(reached);
                }
                for (int j = i; j < Math.min(queries, i + IN_TURN); j++) {
                    int from = random.nextInt(network.nodes());
                    long start = System.nanoTime();
                    baseline.from(from, SECONDS, _ -> reached.incrementAndGet());
                    theirs[j] = micros(start);
                }
            }
        }
        if (reached.get() == 0) {
            throw new IllegalStateException("Nothing was reached");
        }
        return new Contest.Sides(median(ours), median(theirs));
    }

    /// Median microseconds of finding the nearest edge to a point.
    double attach(int queries) {
        double[] each = new double[queries];
        for (int i = 0; i < queries; i++) {
            GeoPoint place = somewhere();
            long start = System.nanoTime();
            network.attach(place, WalkProfile.ADULT, AttachedFacilities.MAX_METRES);
            each[i] = micros(start);
        }
        return median(each);
    }

    private double search(AtomicLong reached) {
        Attachment from = attached().orElseThrow();
        long start = System.nanoTime();
        reached.addAndGet(
                walks.from(from, WalkProfile.ADULT, SECONDS * 10, facilities.snapshot()).facilities().size());
        return micros(start);
    }

    /// @param wholeMillis a whole recomputation of one category
    /// @param changeMillis median of one facility opened or closed
    /// @param slowMillis the slowest in a hundred of them
    record Coverage(double wholeMillis, double changeMillis, double slowMillis) {}

    Coverage coverage(int changes) {
        Map<Long, Attachment> places = new HashMap<>();
        for (long id = 0; places.size() < network.nodes() / NODES_PER_FACILITY_OF_A_CATEGORY; id++) {
            long one = id;
            attached().ifPresent(at -> places.put(one, at));
        }
        var nearest = new NearestFacility(network, WalkProfile.ADULT, HOUR_TENTHS);
        nearest.recompute(places);
        long start = System.nanoTime();
        nearest.recompute(places);
        double whole = micros(start) / 1000;
        List<Long> ids = new ArrayList<>(places.keySet());
        double[] each = new double[changes];
        for (int i = 0; i < changes; i++) {
            long id = ids.get(random.nextInt(ids.size()));
            Attachment to = attached().orElseThrow();
            start = System.nanoTime();
            if (i % 2 == 0) {
                nearest.closed(id);
            } else {
                nearest.opened(id, to);
            }
            each[i] = micros(start) / 1000;
        }
        Arrays.sort(each);
        return new Coverage(whole, each[changes / 2], each[changes * 99 / 100]);
    }

    private java.util.Optional<Attachment> attached() {
        return network.attach(somewhere(), WalkProfile.ADULT, AttachedFacilities.MAX_METRES);
    }

    /// A few metres beside a junction.
    private GeoPoint somewhere() {
        int node = random.nextInt(network.nodes());
        return new GeoPoint(network.lat(node) + random.nextGaussian() * 1e-4,
                network.lon(node) + random.nextGaussian() * 1e-4);
    }

    private static double micros(long start) {
        return (System.nanoTime() - start) / 1e3;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
