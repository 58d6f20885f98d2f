package cn.jinlin.search.walk;

/// What one query needs while it runs.
final class Scratch {

    final Search search;
    final FoundFacilities found = new FoundFacilities();

    Scratch(WalkNetwork network) {
        search = new Search(network);
    }

    void clear() {
        search.clear();
        found.clear();
    }

    int capacity() {
        return search.capacity() + found.capacity();
    }
}
