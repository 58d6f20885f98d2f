package cn.jinlin.demo;

/// All that stands still while facilities are placed.
record Ground(Lattice lattice, Names names, Areas areas, Streets streets) {

    static Ground of(long seed) {
        return of(seed, new Lattice(seed));
    }

    /// Ground whose outline is a rectangle.
    static Ground straight(long seed) {
        return of(seed, new Lattice(seed, true));
    }

    private static Ground of(long seed, Lattice lattice) {
        var names = Names.load();
        return new Ground(lattice, names, Areas.of(lattice, names), new Streets(seed, lattice, names));
    }
}
