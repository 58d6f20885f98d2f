package cn.jinlin.api.circle.coverage;

import cn.jinlin.api.circle.coverage.home.Homes;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.AttachedFacilities;
import cn.jinlin.search.walk.Attachment;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkProfile;

/// Where each home meets a network, for all profiles that may use the same edges. Immutable; sixteen bytes a home.
final class AttachedHomes {

    private static final int NOWHERE = -1;
    /// Where on the ground a home is attached no longer matters once its edge is known.
    private static final GeoPoint ANYWHERE = new GeoPoint(0, 0);

    private final WalkNetwork network;
    private final int[] edges;
    private final int[] from;
    private final int[] to;
    private final int[] offsets;

    AttachedHomes(WalkNetwork network, WalkProfile profile, Homes homes) {
        this.network = network;
        int size = homes.size();
        edges = new int[size];
        from = new int[size];
        to = new int[size];
        offsets = new int[size];
        for (int home = 0; home < size; home++) {
            edges[home] = NOWHERE;
            int at = home;
            network.attach(homes.point(home), profile, AttachedFacilities.MAX_METRES).ifPresent(found -> {
                edges[at] = found.edge();
                from[at] = found.from();
                to[at] = found.to();
                offsets[at] = found.offsetMillimetres();
            });
        }
    }

    /// False where no path that the profile may use passes within 100 m.
    boolean isAttached(int home) {
        return edges[home] != NOWHERE;
    }

    Attachment at(int home) {
        int edge = edges[home];
        return new Attachment(edge, from[home], to[home], network.traits(edge), network.lengthMillimetres(edge),
                offsets[home], ANYWHERE, 0);
    }
}
