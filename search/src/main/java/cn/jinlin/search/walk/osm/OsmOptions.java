package cn.jinlin.search.walk.osm;

/// How an extract is read.
///
/// @param includePrivate whether ways and gates for residents alone (`access=private`) belong to the network, where they
///        carry the trait PRIVATE; otherwise they are left out, as public routers do
/// @param minIslandNodes pieces of the network with fewer nodes are left out, except for the largest
/// @param maxReferences how many times all walkable ways together may name a node; the importer's heap grows by about
///        40 bytes with each
public record OsmOptions(boolean includePrivate, int minIslandNodes, int maxReferences) {

    /// A piece that nobody can leave is a mapping slip or a roof; a housing estate with its own road has more.
    public static final int DEFAULT_MIN_ISLAND_NODES = 100;
    /// A province; a district has some hundred thousand.
    public static final int DEFAULT_MAX_REFERENCES = 40_000_000;

    /// @throws IllegalArgumentException for a negative number
    public OsmOptions {
        if (minIslandNodes < 0 || maxReferences < 0) {
            throw new IllegalArgumentException("not options: " + minIslandNodes + ", " + maxReferences);
        }
    }

    public static OsmOptions standard() {
        return new OsmOptions(false, DEFAULT_MIN_ISLAND_NODES, DEFAULT_MAX_REFERENCES);
    }
}
