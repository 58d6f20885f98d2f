package cn.jinlin.search.walk.osm;

import java.io.IOException;
import java.nio.file.Path;

import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoNetwork;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.Islands;
import cn.jinlin.search.walk.WalkProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DemoNetworkImportTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsTheDemoDistrictAsOneNetworkOfADistrictsSize() throws IOException {
        var osm = read(DemoDistrict.standard().network(), new OsmOptions(false, 0, 1_000_000));
        var report = osm.report();
        assertThat(report.nodes()).isBetween(12_000, 25_000);
        assertThat(report.missingReferences()).isZero();
        assertThat(report.repeatedNodes()).isZero();
        assertThat(report.refused()).containsOnlyKeys(WayRefusal.FORBIDDEN, WayRefusal.PRIVATE, WayRefusal.UNFINISHED);
        assertThat(report.closedBarriers()).isGreaterThan(100);
        assertThat(shareOfLargestPiece(osm)).isGreaterThan(0.97);
        int all = 0;
        for (int edge = 0; edge < osm.network().edges(); edge++) {
            all |= osm.network().traits(edge);
        }
        assertThat(all).isEqualTo(EdgeTraits.FORWARD | EdgeTraits.BACKWARD | EdgeTraits.STEPS | EdgeTraits.ELEVATOR
                | EdgeTraits.CROSSING | EdgeTraits.SIGNALS | EdgeTraits.ROUGH | EdgeTraits.KERB);
    }

    @Test
    void attachesAllButAHandfulOfFacilities() throws IOException {
        var network = read(DemoDistrict.standard().network(), OsmOptions.standard()).network();
        long far = DemoDistrict.standard()
                .facilities()
                .map(facility -> new GeoPoint(facility.location().lat(), facility.location().lon()))
                .filter(place -> network.attach(place, WalkProfile.ADULT, 100).isEmpty())
                .count();
        assertThat(far).isBetween(1L, 12L);
    }

    @Test
    void findsTheCompoundsBehindTheirGatesWhenPrivateWaysAreAskedFor() throws IOException {
        var publicOnly = read(DemoDistrict.standard().network(), OsmOptions.standard());
        var all = read(DemoDistrict.standard().network(), new OsmOptions(true, 100, 1_000_000));
        assertThat(all.network().nodes()).isGreaterThan(publicOnly.network().nodes() + 500);
        assertThat(shareOfLargestPiece(all)).isGreaterThan(0.97);
    }

    @Test
    void readsDistrictsSideBySideAsOneNetwork() throws IOException {
        var osm = read(DemoNetwork.scaled(7, 94_000), new OsmOptions(false, 0, 2_000_000));
        assertThat(osm.report().nodes()).isBetween(84_000, 104_000);
        assertThat(shareOfLargestPiece(osm)).isGreaterThan(0.97);
    }

    private OsmNetwork read(DemoNetwork network, OsmOptions options) throws IOException {
        var file = folder.resolve("network.osm.pbf");
        network.write(file);
        return OsmNetwork.read(file, options, share -> {});
    }

    private static double shareOfLargestPiece(OsmNetwork osm) {
        var islands = Islands.of(osm.network());
        return islands.size(islands.largest()) / (double) osm.network().nodes();
    }
}
