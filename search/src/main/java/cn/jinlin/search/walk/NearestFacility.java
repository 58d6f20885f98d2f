package cn.jinlin.search.walk;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Keeps, for one category of facilities and one profile, each node's nearest facility: the one reached first on foot,
/// of equally near ones the one with the smallest id. A change touches only the nodes whose nearest facility it
/// changes, and their border.
///
/// With [WalkProfile#METRES] it is the nearest in metres walked, tenths being decimetres. Safe for several threads:
/// readers take the [#map] and never wait, writers wait for each other.
public final class NearestFacility {

    private final WalkNetwork network;
    private final Costs away;
    private final Costs towards;
    private final int limit;
    private final FacilitySlots slots;
    private BucketQueue queue = new BucketQueue();
    private FacilitySnapshot facilities;
    private LabelPages labels;
    private volatile NearestMap map;

    /// Without facilities.
    ///
    /// @param capTenths walks longer than this are none, in tenths of seconds; at most 24 days
    public NearestFacility(WalkNetwork network, WalkProfile profile, int capTenths) {
        this(network, new Costs(profile, false), new Costs(profile, true), Costs.lastMillis(capTenths),
                new FacilitySlots(), FacilitySnapshot.none(network), LabelPages.none(network.nodes()));
    }

    private NearestFacility(WalkNetwork network, Costs away, Costs towards, int limit, FacilitySlots slots,
            FacilitySnapshot facilities, LabelPages labels) {
        this.network = network;
        this.away = away;
        this.towards = towards;
        this.limit = limit;
        this.slots = slots;
        this.facilities = facilities;
        this.labels = labels;
        map = new NearestMap(network, away, limit, labels, facilities, slots.copyOfIds());
    }

    /// The nearest facilities as they are at this moment.
    public NearestMap map() {
        return map;
    }

    /// Begins anew with these facilities, by id.
    public synchronized void recompute(Map<Long, Attachment> places) {
        slots.clear();
        labels = LabelPages.none(network.nodes());
        FacilityEdit edit = new FacilityEdit(FacilitySnapshot.none(network));
        LabelSearch search = search();
        places.forEach((id, at) -> {
            edit.add(id, at);
            search.open(slots.add(id, at), at);
        });
        facilities = edit.after();
        search.run();
        publish();
        // A whole network leaves a queue behind that no single change needs.
        queue = new BucketQueue();
    }

    /// A facility has opened, or moved here.
    public synchronized void opened(long id, Attachment at) {
        labels = labels.edited();
        LabelSearch search = search();
        close(id, search);
        FacilityEdit edit = new FacilityEdit(facilities);
        edit.add(id, at);
        facilities = edit.after();
        search.open(slots.add(id, at), at);
        search.run();
        publish();
    }

    /// A facility has closed.
    ///
    /// @return whether it was there
    public synchronized boolean closed(long id) {
        labels = labels.edited();
        LabelSearch search = search();
        boolean there = close(id, search);
        search.run();
        publish();
        return there;
    }

    /// A copy to try plans on: what happens to it leaves this one untouched. It shares with this one whatever stays the
    /// same.
    public synchronized NearestFacility whatIf() {
        return new NearestFacility(network, away, towards, limit, new FacilitySlots(slots), facilities, labels);
    }

    private boolean close(long id, LabelSearch search) {
        FacilitySlots.@Nullable Stop stop = slots.remove(id);
        if (stop == null) {
            return false;
        }
        FacilityEdit edit = new FacilityEdit(facilities);
        edit.remove(id, stop.at());
        facilities = edit.after();
        search.close(stop.slot(), stop.at(), facilities);
        return true;
    }

    private LabelSearch search() {
        return new LabelSearch(network, away, towards, limit, slots, labels, queue);
    }

    private void publish() {
        map = new NearestMap(network, away, limit, labels, facilities, slots.copyOfIds());
    }
}
