package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;

/// The middles of the main roads, where nobody walks: a real map has them too.
final class Carriageways {

    private final Sketch sketch;
    private final Grid grid;
    private final River river;
    private final Crossings crossings;
    private final Bridges bridges;
    private final Streets streets;

    Carriageways(Sketch sketch, Grid grid, River river, Crossings crossings, Bridges bridges, Streets streets) {
        this.sketch = sketch;
        this.grid = grid;
        this.river = river;
        this.crossings = crossings;
        this.bridges = bridges;
        this.streets = streets;
    }

    void draw() {
        for (Grid.Axis axis : Grid.Axis.values()) {
            for (Line line : grid.lines(axis)) {
                if (line.side() < 0) {
                    draw(axis, line.road());
                }
            }
        }
    }

    private void draw(Grid.Axis axis, int road) {
        double at = road / (double) Streets.BLOCKS;
        var chain = new ArrayList<Integer>();
        double last = Double.NaN;
        for (var crossing : crossings.along(axis, road).entrySet()) {
            double along = crossing.getKey();
            if (axis == Grid.Axis.NORTH && last < river.middle(at) && along > river.middle(at)) {
                int shore = chain.getLast();
                end(chain, axis, road, last);
                if (bridges.over(axis, road)) {
                    sketch.way(List.of(shore, crossing.getValue()), "highway", "primary", "foot", "no", "bridge",
                            "yes", "layer", "1");
                }
            }
            chain.add(crossing.getValue());
            last = along;
        }
        end(chain, axis, road, last);
    }

    private void end(List<Integer> chain, Grid.Axis axis, int road, double along) {
        var name = axis == Grid.Axis.NORTH ? streets.northward(road, along) : streets.eastward(road, along);
        sketch.way(chain, "highway", "primary", "foot", "no", "sidewalk", "separate", "name", name.name(), "name:en",
                name.nameEn());
        chain.clear();
    }
}
