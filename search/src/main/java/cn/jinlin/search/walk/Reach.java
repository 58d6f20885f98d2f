package cn.jinlin.search.walk;

import cn.jinlin.search.GeoPoint;

/// What can be reached from a point within a time: facilities, and the nodes of the network. Immutable.
public final class Reach {

    private final WalkNetwork network;
    private final Attachment origin;
    private final WalkProfile profile;
    private final int limitTenths;
    private final ReachedFacilities facilities;
    private final int[] nodes;
    private final int[] tenths;

    Reach(WalkNetwork network, Attachment origin, WalkProfile profile, int limitTenths,
            ReachedFacilities facilities, int[] nodes, int[] tenths) {
        this.network = network;
        this.origin = origin;
        this.profile = profile;
        this.limitTenths = limitTenths;
        this.facilities = facilities;
        this.nodes = nodes;
        this.tenths = tenths;
    }

    public Attachment origin() {
        return origin;
    }

    public WalkProfile profile() {
        return profile;
    }

    public int limitTenths() {
        return limitTenths;
    }

    public ReachedFacilities facilities() {
        return facilities;
    }

    /// Number of nodes reached.
    public int nodes() {
        return nodes.length;
    }

    /// The network's index of a reached node, `index` being `0..nodes()-1` in no particular order.
    public int node(int index) {
        return nodes[index];
    }

    /// Walking time to that node in tenths of seconds.
    public int tenths(int index) {
        return tenths[index];
    }

    public GeoPoint point(int index) {
        return new GeoPoint(network.lat(nodes[index]), network.lon(nodes[index]));
    }

    WalkNetwork network() {
        return network;
    }
}
