package cn.jinlin.demo;

/// Where a facility stands: at a number of a road, in a neighbourhood.
///
/// @param lane the house within the lane (弄) that bears the number; 0 when it stands at the road itself
/// @param cross the next road that crosses
record Site(DemoPoint point, DemoRoad road, DemoRoad cross, int number, int lane, DemoArea subdistrict,
        DemoArea neighbourhood, Names.Name estate) {

    /// Between the middle of a road and a front door, in lattice units: some 15 m.
    private static final double SETBACK = 0.02;
    private static final int NUMBERS_PER_UNIT = 90;

    static Site in(Ground ground, int subdistrict, int k, Draw draw) {
        int blockX = draw.below(Streets.BLOCKS);
        int blockY = draw.below(Streets.BLOCKS);
        boolean north = draw.happens(50);
        boolean far = draw.happens(50);
        double along = draw.between(0.05, 0.95) / Streets.BLOCKS;
        double across = (far ? 1.0 / Streets.BLOCKS - SETBACK : SETBACK)
                + draw.between(0, SETBACK / 2) * (far ? -1 : 1);
        double cellX = Areas.cellX(subdistrict, k) + blockX / (double) Streets.BLOCKS;
        double cellY = Areas.cellY(subdistrict, k) + blockY / (double) Streets.BLOCKS;
        double x = cellX + (north ? across : along);
        double y = cellY + (north ? along : across);
        int lineX = (int) Math.round(cellX * Streets.BLOCKS);
        int lineY = (int) Math.round(cellY * Streets.BLOCKS);
        var road = north
                ? ground.streets().northward(lineX + (far ? 1 : 0), y)
                : ground.streets().eastward(lineY + (far ? 1 : 0), x);
        boolean crossFar = along > 0.5 / Streets.BLOCKS;
        var cross = north
                ? ground.streets().eastward(lineY + (crossFar ? 1 : 0), x)
                : ground.streets().northward(lineX + (crossFar ? 1 : 0), y);
        int number = 1 + 2 * (int) ((north ? y : x) * NUMBERS_PER_UNIT) + (far ? 1 : 0);
        int lane = draw.happens(25) ? 1 + draw.below(60) : 0;
        return new Site(ground.lattice().at(x, y), road, cross, number, lane,
                ground.areas().subdistricts().get(subdistrict),
                ground.areas().neighbourhoods().get(subdistrict * Areas.PER_SUBDISTRICT + k),
                Areas.estate(ground.names(), subdistrict, k));
    }

    String address() {
        return road.name() + number + (lane == 0 ? "号" : "弄" + lane + "号");
    }

    String addressEn() {
        return lane == 0
                ? "%d %s".formatted(number, road.nameEn())
                : "No. %d, Lane %d, %s".formatted(lane, number, road.nameEn());
    }
}
