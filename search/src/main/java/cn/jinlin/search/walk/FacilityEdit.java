package cn.jinlin.search.walk;

import org.jspecify.annotations.Nullable;

/// Makes the next snapshot out of one: changes copies of the pages concerned and shares the rest.
final class FacilityEdit {

    private final @Nullable FacilityPage[] pages;
    private int size;

    FacilityEdit(FacilitySnapshot before) {
        pages = before.copyOfPages();
        size = before.size();
    }

    void add(long id, Attachment at) {
        add(at.from(), id, at.edge(), at.offsetMillimetres(), at.traits());
        add(at.to(), id, at.edge(), at.restMillimetres(), EdgeTraits.turned(at.traits()));
        size++;
    }

    /// @param at where it was attached when it was added
    void remove(long id, Attachment at) {
        remove(at.from(), id);
        remove(at.to(), id);
        size--;
    }

    FacilitySnapshot after() {
        return new FacilitySnapshot(pages, size);
    }

    private void add(int node, long id, int edge, int millimetres, int traits) {
        int page = node >> FacilityPage.NODE_BITS;
        pages[page] = FacilityPage.orEmpty(pages[page]).with(node, id, edge, millimetres, traits);
    }

    private void remove(int node, long id) {
        int page = node >> FacilityPage.NODE_BITS;
        FacilityPage left = FacilityPage.orEmpty(pages[page]).without(node, id);
        pages[page] = left.isEmpty() ? null : left;
    }
}
