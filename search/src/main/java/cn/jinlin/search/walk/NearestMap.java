package cn.jinlin.search.walk;

import java.util.Optional;
import java.util.OptionalInt;

/// The nearest facility of every point of the network, as it was at one moment. Immutable.
public final class NearestMap {

    private final WalkNetwork network;
    private final Costs costs;
    private final int limit;
    private final LabelPages labels;
    private final FacilitySnapshot facilities;
    private final long[] ids;

    NearestMap(WalkNetwork network, Costs costs, int limit, LabelPages labels, FacilitySnapshot facilities,
            long[] ids) {
        this.network = network;
        this.costs = costs;
        this.limit = limit;
        this.labels = labels;
        this.facilities = facilities;
        this.ids = ids;
    }

    /// @param facility its id
    /// @param tenths the walk there in tenths of seconds; for [WalkProfile#METRES] in decimetres
    public record Nearest(long facility, int tenths) {}

    /// Number of facilities.
    public int size() {
        return facilities.size();
    }

    public WalkNetwork network() {
        return network;
    }

    /// The nearest facility of a home.
    ///
    /// @return empty when none is within the cap
    public Optional<Nearest> nearest(Attachment home) {
        Best best = best(home);
        return best.found() ? Optional.of(new Nearest(best.id, Costs.toTenths(best.millis))) : Optional.empty();
    }

    /// Only the time of [#nearest(Attachment)].
    public OptionalInt tenths(Attachment home) {
        Best best = best(home);
        return best.found() ? OptionalInt.of(Costs.toTenths(best.millis)) : OptionalInt.empty();
    }

    /// The nearest facility of a node.
    public Optional<Nearest> nearest(int node) {
        Best best = new Best();
        offer(best, node, 0);
        return best.found() ? Optional.of(new Nearest(best.id, Costs.toTenths(best.millis))) : Optional.empty();
    }

    private Best best(Attachment home) {
        Best best = new Best();
        offer(best, home.from(), home.toFirstEnd(costs));
        offer(best, home.to(), home.toSecondEnd(costs));
        FacilityPage page = facilities.at(home.from());
        if (page != null) {
            for (int i = page.first(home.from()); page.isAt(i, home.from()); i++) {
                int along = home.along(costs, page.millimetres[i]);
                if (page.edges[i] == home.edge() && along >= 0 && along <= limit) {
                    best.offer(along, page.ids[i]);
                }
            }
        }
        return best;
    }

    private void offer(Best best, int node, int more) {
        long label = labels.get(node);
        if (label != LabelPages.NONE && more >= 0 && more <= limit - LabelPages.millis(label)) {
            best.offer(LabelPages.millis(label) + more, ids[LabelPages.slot(label)]);
        }
    }

    private static final class Best {

        private int millis = LabelPages.NEVER;
        private long id;

        boolean found() {
            return millis != LabelPages.NEVER;
        }

        void offer(int milli, long facility) {
            if (milli < millis || (milli == millis && facility < id)) {
                millis = milli;
                id = facility;
            }
        }
    }
}
