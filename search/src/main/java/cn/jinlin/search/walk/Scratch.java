package cn.jinlin.search.walk;

/// What one query needs while it runs.
final class Scratch {

    final Search search = new Search();
    final FoundFacilities found = new FoundFacilities();

    void clear() {
        search.clear();
        found.clear();
    }

    int capacity() {
        return search.capacity() + found.capacity();
    }
}
