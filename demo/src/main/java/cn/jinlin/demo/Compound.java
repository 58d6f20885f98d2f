package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// A walled residential compound (小区): a lane around, reached through few gates, with footpaths between its buildings.
final class Compound {

    private static final double INSET = 0.2;
    private static final double GATE_DEPTH = 0.1;
    private static final int PRIVATE = 12;
    private static final int CLOSED_BACK_GATE = 15;
    private static final int CROSS_PATH = 40;

    private final Block block;
    private final Draw draw;
    /// By their place around the lane: 0 is the south-west corner, each side counts one.
    private final NavigableMap<Double, Integer> lane = new TreeMap<>();
    private final List<String> access;
    private final Set<Block.Side> gated = EnumSet.noneOf(Block.Side.class);

    Compound(Block block, Draw draw) {
        this.block = block;
        this.draw = draw;
        access = draw.happens(PRIVATE) ? List.of("access", "private") : List.of();
    }

    void draw(String name, String nameEn) {
        for (int corner = 0; corner < 4; corner++) {
            at(corner);
        }
        int gates = 1 + draw.below(3) * draw.below(2);
        for (int i = 0; i < gates; i++) {
            gate(i > 0 && draw.happens(CLOSED_BACK_GATE));
        }
        if (draw.happens(CROSS_PATH)) {
            int middle = block.node(draw.between(0.42, 0.58), draw.between(0.42, 0.58));
            block.sketch().way(List.of(at(0.5), middle, at(2.5)), tagged("highway", "footway"));
        }
        for (int i = draw.below(3); i > 1; i--) {
            double place = draw.between(1.1, 1.9) + (draw.happens(50) ? 2 : 0);
            double depth = INSET + draw.between(0.1, 0.2);
            int end = block.inward(place < 2 ? Block.Side.EAST : Block.Side.WEST, along(place), depth);
            block.sketch().way(List.of(at(place), end), tagged("highway", "footway"));
        }
        var ring = new ArrayList<>(lane.values());
        ring.add(ring.getFirst());
        block.sketch().way(ring, tagged("highway", "service"));
        block.sketch().way(ring, List.of("landuse", "residential", "name", name, "name:en", nameEn));
    }

    private void gate(boolean closed) {
        var side = draw.pick(Block.Side.ALL);
        double share = draw.between(0.3, 0.7);
        if (!gated.add(side)) {
            return;
        }
        double place = side.turn() + inwards(side, share);
        int gate = closed
                ? block.inward(side, share, GATE_DEPTH, "barrier", "gate", "locked", "yes")
                : access.isEmpty()
                        ? block.inward(side, share, GATE_DEPTH, "barrier", draw.happens(70) ? "gate" : "lift_gate")
                        : block.inward(side, share, GATE_DEPTH, "barrier", "gate", "access", "private");
        block.sketch().way(List.of(block.joint(side, share), gate, at(place)), tagged("highway", "service"));
    }

    /// Where around the lane the path from a place on a road arrives.
    private static double inwards(Block.Side side, double share) {
        double along = (share - INSET) / (1 - 2 * INSET);
        return side == Block.Side.SOUTH || side == Block.Side.EAST ? along : 1 - along;
    }

    /// The share along the block's side at a place around the lane.
    private static double along(double place) {
        double part = place - Math.floor(place);
        return INSET + (1 - 2 * INSET) * (place < 2 ? part : 1 - part);
    }

    private int at(double place) {
        var side = Block.Side.ALL.get((int) place);
        return lane.computeIfAbsent(place, p -> block.inward(side, along(p), INSET));
    }

    private List<String> tagged(String... tags) {
        var all = new ArrayList<>(List.of(tags));
        all.addAll(access);
        return all;
    }
}
