package cn.jinlin.search.walk;

import org.jspecify.annotations.Nullable;

/// The attached facilities as they were at one moment, immutable.
public final class FacilitySnapshot {

    private final @Nullable FacilityPage[] pages;
    private final int size;

    FacilitySnapshot(@Nullable FacilityPage[] pages, int size) {
        this.pages = pages;
        this.size = size;
    }

    /// No facility at all.
    public static FacilitySnapshot none(WalkNetwork network) {
        return new FacilitySnapshot(new @Nullable FacilityPage[(network.nodes() >> FacilityPage.NODE_BITS) + 1], 0);
    }

    /// Number of attached facilities.
    public int size() {
        return size;
    }

    /// The page with facilities at this node, null when there are none.
    @Nullable
    FacilityPage at(int node) {
        FacilityPage page = pages[node >> FacilityPage.NODE_BITS];
        return page != null && page.has(node) ? page : null;
    }

    @Nullable
    FacilityPage[] copyOfPages() {
        return pages.clone();
    }
}
