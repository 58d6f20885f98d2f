package cn.jinlin.demo;

import java.util.List;

/// The ground between four roads. Places within it are told by `u` from 0 in the west to 1 in the east and `v` from 0
/// in the south to 1 in the north.
///
/// @param x number of the road to its west
/// @param y number of the road to its south
record Block(Grid grid, Sketch sketch, int x, int y) {

    /// The sides, each with the share of its length as its measure: from the west or from the south.
    enum Side {
        SOUTH(0), EAST(1), NORTH(2), WEST(3);

        /// The sides in turn, anticlockwise.
        static final List<Side> ALL = List.of(values());

        /// Its place among them.
        private final int turn;

        Side(int turn) {
            this.turn = turn;
        }

        int turn() {
            return turn;
        }
    }

    private double west() {
        return grid.line(Grid.Axis.NORTH, Grid.numberOf(x, true)).at();
    }

    private double east() {
        return grid.line(Grid.Axis.NORTH, Grid.numberOf(x + 1, false)).at();
    }

    private double south() {
        return grid.line(Grid.Axis.EAST, Grid.numberOf(y, true)).at();
    }

    private double north() {
        return grid.line(Grid.Axis.EAST, Grid.numberOf(y + 1, false)).at();
    }

    double atX(double u) {
        return west() + u * (east() - west());
    }

    double atY(double v) {
        return south() + v * (north() - south());
    }

    int node(double u, double v, String... tags) {
        return tags.length == 0 ? sketch.node(atX(u), atY(v)) : sketch.node(atX(u), atY(v), tags);
    }

    DemoPoint point(double u, double v) {
        return sketch.point(atX(u), atY(v));
    }

    /// A node on the road along one side.
    int joint(Side side, double share) {
        return switch (side) {
            case SOUTH -> grid.joint(Grid.Axis.EAST, Grid.numberOf(y, true), Grid.numberOf(x, true), atX(share));
            case NORTH -> grid.joint(Grid.Axis.EAST, Grid.numberOf(y + 1, false), Grid.numberOf(x, true), atX(share));
            case WEST -> grid.joint(Grid.Axis.NORTH, Grid.numberOf(x, true), Grid.numberOf(y, true), atY(share));
            case EAST -> grid.joint(Grid.Axis.NORTH, Grid.numberOf(x + 1, false), Grid.numberOf(y, true), atY(share));
        };
    }

    /// A place off one side, inwards by a share of the block.
    int inward(Side side, double share, double depth, String... tags) {
        return switch (side) {
            case SOUTH -> node(share, depth, tags);
            case NORTH -> node(share, 1 - depth, tags);
            case WEST -> node(depth, share, tags);
            case EAST -> node(1 - depth, share, tags);
        };
    }

    boolean touches(River river) {
        for (int i = 0; i <= 8; i++) {
            for (int j = 0; j <= 8; j++) {
                if (river.outside(atX(i / 8.0), atY(j / 8.0)) < River.BANK) {
                    return true;
                }
            }
        }
        return false;
    }
}
