package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;

/// The district's division: twelve sub-districts of five by five cells, each cell a neighbourhood.
record Areas(List<DemoArea> subdistricts, List<DemoArea> neighbourhoods) {

    static final int CELLS = 5;
    static final int PER_SUBDISTRICT = CELLS * CELLS;
    private static final int COLUMNS = Lattice.WIDTH / CELLS;
    /// Coprime to 25: neighbourhoods that follow one another in number lie apart on the ground.
    private static final int STRIDE = 7;
    private static final List<Names.Name> KINDS = List.of(new Names.Name("新村", "New Village"),
            new Names.Name("苑", "Court"),
            new Names.Name("花园", "Gardens"));

    static Areas of(Lattice lattice, Names names) {
        var subdistricts = new ArrayList<DemoArea>();
        var neighbourhoods = new ArrayList<DemoArea>();
        for (int s = 0; s < names.subdistricts().size(); s++) {
            var name = names.subdistricts().get(s);
            var code = "D%02d".formatted(s + 1);
            int west = west(s);
            int south = south(s);
            var kind = name.zh().endsWith("镇") ? " Town" : " Subdistrict";
            subdistricts.add(new DemoArea(code, name.zh(), name.en() + kind, null,
                    lattice.ring(west, south, west + CELLS, south + CELLS)));
            for (int k = 0; k < PER_SUBDISTRICT; k++) {
                int x = cellX(s, k);
                int y = cellY(s, k);
                var estate = estate(names, s, k);
                var suffix = KINDS.get(serial(s, k) / names.estates().size());
                neighbourhoods.add(new DemoArea("%s-%02d".formatted(code, k + 1), estate.zh() + suffix.zh() + "居委会",
                        "%s %s Residents' Committee".formatted(estate.en(), suffix.en()), code,
                        lattice.ring(x, y, x + 1, y + 1)));
            }
        }
        return new Areas(List.copyOf(subdistricts), List.copyOf(neighbourhoods));
    }

    /// Neighbourhoods with serial numbers less than a hundred apart are named after different estates.
    static Names.Name estate(Names names, int subdistrict, int k) {
        return names.estates().get(serial(subdistrict, k) % names.estates().size());
    }

    /// The neighbourhood that fills a cell.
    DemoArea at(int cellX, int cellY) {
        int subdistrict = cellY / CELLS * COLUMNS + cellX / CELLS;
        int cell = cellY % CELLS * CELLS + cellX % CELLS;
        for (int k = 0; k < PER_SUBDISTRICT; k++) {
            if (k * STRIDE % PER_SUBDISTRICT == cell) {
                return neighbourhoods.get(subdistrict * PER_SUBDISTRICT + k);
            }
        }
        throw new IllegalStateException("The stride reaches every cell");
    }

    private static int serial(int subdistrict, int k) {
        return k * 12 + subdistrict;
    }

    private static int west(int subdistrict) {
        return subdistrict % COLUMNS * CELLS;
    }

    private static int south(int subdistrict) {
        return subdistrict / COLUMNS * CELLS;
    }

    static int cellX(int subdistrict, int k) {
        return west(subdistrict) + k * STRIDE % PER_SUBDISTRICT % CELLS;
    }

    static int cellY(int subdistrict, int k) {
        return south(subdistrict) + k * STRIDE % PER_SUBDISTRICT / CELLS;
    }
}
