package cn.jinlin.demo;

/// All that stands still while facilities are placed.
record Ground(Lattice lattice, Names names, Areas areas, Streets streets) {

    static Ground of(long seed) {
        var lattice = new Lattice(seed);
        var names = Names.load();
        return new Ground(lattice, names, Areas.of(lattice, names), new Streets(seed, lattice, names));
    }
}
