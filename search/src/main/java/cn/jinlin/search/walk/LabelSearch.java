package cn.jinlin.search.walk;

/// Changes the labels of one edit: gives nodes a better facility, or takes a closed one away from them.
final class LabelSearch {

    private final WalkNetwork network;
    private final Costs away;
    private final Costs towards;
    private final int limit;
    private final FacilitySlots slots;
    private final LabelPages labels;
    private final BucketQueue queue;

    /// @param away walking from a node, to a facility
    /// @param towards the same walks searched from the facility
    LabelSearch(WalkNetwork network, Costs away, Costs towards, int limit, FacilitySlots slots, LabelPages labels,
            BucketQueue queue) {
        this.network = network;
        this.away = away;
        this.towards = towards;
        this.limit = limit;
        this.slots = slots;
        this.labels = labels;
        this.queue = queue;
    }

    void open(int slot, Attachment at) {
        offer(at.from(), at.toFirstEnd(towards), slot);
        offer(at.to(), at.toSecondEnd(towards), slot);
    }

    /// Takes the facility away from every node it was nearest to, and lets the facilities around offer themselves.
    ///
    /// Its nodes hang together: whoever passes a node on the way to his nearest facility finds it nearest from there
    /// too, equally near ones being told apart by id.
    ///
    /// @param others the facilities without the closed one
    void close(int slot, Attachment at, FacilitySnapshot others) {
        IntList taken = new IntList();
        takeFrom(at.from(), slot, taken);
        takeFrom(at.to(), slot, taken);
        for (int i = 0; i < taken.size(); i++) {
            int node = taken.get(i);
            for (int arc = network.first[node]; arc < network.first[node + 1]; arc++) {
                takeFrom(Arc.target(network.arcs[arc]), slot, taken);
            }
        }
        for (int i = 0; i < taken.size(); i++) {
            offerFromAround(taken.get(i), others);
        }
    }

    /// Spreads what was offered until nothing gets better.
    void run() {
        for (int node = queue.take(); node != BucketQueue.NONE; node = queue.take()) {
            long label = labels.get(node);
            int millis = LabelPages.millis(label);
            if (millis != queue.takenKey()) {
                continue;
            }
            int slot = LabelPages.slot(label);
            int end = network.first[node + 1];
            for (int at = network.first[node]; at < end; at++) {
                long arc = network.arcs[at];
                int cost = towards.of(Arc.traits(arc), Arc.millimetres(arc));
                if (cost >= 0) {
                    offer(Arc.target(arc), millis + cost, slot);
                }
            }
        }
    }

    private void takeFrom(int node, int slot, IntList taken) {
        long label = labels.get(node);
        if (label != LabelPages.NONE && LabelPages.slot(label) == slot) {
            labels.set(node, LabelPages.NONE);
            taken.add(node);
        }
    }

    private void offerFromAround(int node, FacilitySnapshot others) {
        for (int at = network.first[node]; at < network.first[node + 1]; at++) {
            long arc = network.arcs[at];
            int cost = away.of(Arc.traits(arc), Arc.millimetres(arc));
            long label = labels.get(Arc.target(arc));
            if (cost >= 0 && label != LabelPages.NONE) {
                offer(node, LabelPages.millis(label) + cost, LabelPages.slot(label));
            }
        }
        FacilityPage page = others.at(node);
        if (page != null) {
            for (int i = page.first(node); page.isAt(i, node); i++) {
                offer(node, away.of(page.traits[i], page.millimetres[i]), slots.slot(page.ids[i]));
            }
        }
    }

    private void offer(int node, int millis, int slot) {
        if (millis < 0 || millis > limit) {
            return;
        }
        long known = labels.get(node);
        int knownMillis = LabelPages.millis(known);
        if (millis < knownMillis
                || (millis == knownMillis && slots.id(slot) < slots.id(LabelPages.slot(known)))) {
            labels.set(node, LabelPages.label(millis, slot));
            queue.add(node, millis);
        }
    }
}
