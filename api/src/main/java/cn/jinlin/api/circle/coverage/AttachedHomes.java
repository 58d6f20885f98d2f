package cn.jinlin.api.circle.coverage;

import java.util.Arrays;
import java.util.stream.IntStream;

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
        Arrays.fill(edges, NOWHERE);
        IntStream.range(0, size)
                .parallel()
                .forEach(home -> network.attach(homes.point(home), profile, AttachedFacilities.MAX_METRES)
                        .ifPresent(found -> {
                            edges[home] = found.edge();
                            from[home] = found.from();
                            to[home] = found.to();
                            offsets[home] = found.offsetMillimetres();
                        }));
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
