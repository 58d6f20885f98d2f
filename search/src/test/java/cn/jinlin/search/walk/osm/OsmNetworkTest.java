package cn.jinlin.search.walk.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.Islands;
import cn.jinlin.search.walk.WalkNetwork;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OsmNetworkTest {

    private static final OsmOptions ALL = new OsmOptions(false, 0, 1_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void makesJunctionsWhereWaysMeetAndShapesOfWhatLiesBetween() {
        var osm = read(new TestExtract().row(5)
                .node(6, 10, 30)
                .way(1, List.of(1, 2, 3, 4, 5), "highway=residential", "name=沪闵路")
                .way(2, List.of(3, 6), "highway=footway"));
        assertThat(osm.network().nodes()).isEqualTo(4);
        assertThat(edges(osm)).containsExactlyInAnyOrder("10-30 沪闵路", "30-50 沪闵路", "30-30");
        int longest = IntStream.range(0, osm.network().edges())
                .filter(e -> osm.network().line(e).length == 6)
                .findFirst()
                .orElseThrow();
        assertThat(osm.network().line(longest)[3]).isCloseTo(TestExtract.LON + 20 * TestExtract.STEP,
                Offset.offset(1e-7));
        assertThat(osm.report().kilometres()).isCloseTo(0.491, Offset.offset(0.001));
    }

    @Test
    void makesAJunctionWhereAWayMeetsItself() {
        var osm = read(new TestExtract().row(3)
                .node(4, 10, 30)
                .way(1, List.of(1, 2, 3, 4, 2), "highway=service"));
        assertThat(osm.network().nodes()).isGreaterThanOrEqualTo(2);
        assertThat(osm.report().kilometres()).isCloseTo(0.095 + 0.095 + 0.111 + 0.146, Offset.offset(0.002));
    }

    @Test
    void cutsAWayAtAClosedGateAndPassesAnOpenOne() {
        for (int closed : new int[]{0, 1}) {
            var osm = read(new TestExtract()
                    .node(1, 0, 10)
                    .node(2, 0, 20, "barrier=gate", closed == 1 ? "locked=yes" : "locked=no")
                    .node(3, 0, 30)
                    .way(1, List.of(1, 2, 3), "highway=service"));
            assertThat(osm.network().nodes()).isEqualTo(closed == 1 ? 4 : 2);
            assertThat(osm.network().edges()).isEqualTo(closed == 1 ? 2 : 1);
        }
    }

    @Test
    void closesOneArmOfACrossroadsWithAGateInItsMiddle() {
        var osm = read(new TestExtract()
                .node(1, 0, 10)
                .node(2, 0, 20, "barrier=gate", "access=no")
                .node(3, 0, 30)
                .node(4, 10, 20)
                .way(1, List.of(1, 2), "highway=service")
                .way(2, List.of(4, 2), "highway=service")
                .way(3, List.of(2, 3), "highway=service"));
        assertThat(osm.network().nodes()).isEqualTo(5);
        assertThat(Islands.of(osm.network()).count()).isEqualTo(2);
        assertThat(osm.report().closedBarriers()).isEqualTo(1);
    }

    @Test
    void keepsResidentsWaysAndGatesOnlyWhenAsked() {
        var extract = new TestExtract().row(2)
                .node(3, 0, 30, "barrier=gate", "access=private")
                .node(4, 0, 40)
                .way(1, List.of(1, 2), "highway=residential")
                .way(2, List.of(2, 3, 4), "highway=service", "access=private");
        assertThat(edges(read(extract))).containsExactly("10-20");
        var all = read(extract, new OsmOptions(true, 0, 1_000));
        assertThat(edges(all)).containsExactlyInAnyOrder("10-20", "20-40 PRIVATE");
        assertThat(read(extract).report().refused()).isEqualTo(Map.of(WayRefusal.PRIVATE, 1));
    }

    @Test
    void countsACrossingOnceAlthoughTheRoadCutsIt() {
        var osm = read(new TestExtract()
                .node(1, 10, 20)
                .node(2, 0, 20, "highway=crossing", "crossing=traffic_signals")
                .node(3, -10, 20)
                .node(4, 0, 10)
                .node(5, 0, 30)
                .way(1, List.of(1, 2, 3), "highway=footway", "footway=crossing")
                .way(2, List.of(4, 2, 5), "highway=secondary"));
        assertThat(edges(osm)).containsExactlyInAnyOrder("20-20 CROSSING SIGNALS", "20-20", "10-20", "20-30");
    }

    @Test
    void countsACrossingThatIsANodeForTheFootWayAndNotForTheRoad() {
        var osm = read(new TestExtract()
                .node(1, 10, 20)
                .node(2, 0, 20, "highway=crossing", "crossing=uncontrolled")
                .node(3, -10, 20)
                .node(4, 0, 10)
                .node(5, 0, 30)
                .way(1, List.of(4, 2, 5), "highway=secondary")
                .way(2, List.of(1, 2), "highway=footway")
                .way(3, List.of(2, 3), "highway=footway"));
        assertThat(edges(osm)).containsExactlyInAnyOrder("20-20 CROSSING", "20-20", "10-20", "20-30");
    }

    @Test
    void stopsWheelsAtARaisedKerbOfTheCrossingAndNotOnThePavement() {
        var osm = read(new TestExtract()
                .node(1, 0, 10)
                .node(2, 0, 20, "barrier=kerb", "kerb=raised")
                .node(3, 0, 30)
                .node(4, -10, 20)
                .way(1, List.of(1, 2, 3), "highway=footway", "footway=sidewalk")
                .way(2, List.of(2, 4), "highway=footway", "footway=crossing"));
        assertThat(edges(osm)).containsExactlyInAnyOrder("10-20", "20-30", "20-20 CROSSING KERB");
    }

    @Test
    void stopsWheelsAtATurnstile() {
        var osm = read(new TestExtract().row(1)
                .node(2, 0, 20, "barrier=turnstile")
                .node(3, 0, 30)
                .way(1, List.of(1, 2, 3), "highway=service"));
        assertThat(edges(osm)).containsExactly("10-30 KERB");
    }

    @Test
    void countsTheRideOfAnElevatorOnce() {
        var osm = read(new TestExtract().row(1)
                .node(2, 0, 20, "highway=elevator")
                .node(3, 0, 30)
                .way(1, List.of(1, 2), "highway=footway")
                .way(2, List.of(2, 3), "highway=footway", "level=1"));
        assertThat(edges(osm)).containsExactlyInAnyOrder("10-20", "20-30 ELEVATOR");
        var through = read(new TestExtract().row(1)
                .node(2, 0, 20, "highway=elevator")
                .node(3, 0, 30)
                .way(1, List.of(1, 2, 3), "highway=footway"));
        assertThat(edges(through)).containsExactly("10-30 ELEVATOR");
    }

    @Test
    void keepsTheDirectionOfAnEscalator() {
        var osm = read(new TestExtract().row(3)
                .way(1, List.of(3, 2, 1), "highway=steps", "conveying=forward"));
        var network = osm.network();
        boolean west = network.lon(network.from(0)) < network.lon(network.to(0));
        assertThat(network.traits(0)).isEqualTo(EdgeTraits.STEPS | (west ? EdgeTraits.BACKWARD : EdgeTraits.FORWARD));
    }

    @Test
    void cutsAWayWhereTheExtractEndsAndSaysSo() {
        var osm = read(new TestExtract().row(5)
                .way(1, List.of(1, 2, 99, 3, 4, 98), "highway=residential")
                .way(2, List.of(4, 5), "highway=residential")
                .way(3, List.of(97, 5), "highway=residential"));
        assertThat(edges(osm)).containsExactlyInAnyOrder("10-20", "30-40", "40-50");
        assertThat(osm.report().missingReferences()).isEqualTo(3);
    }

    @Test
    void takesTheFirstOfWhatComesTwice() {
        var osm = read(new TestExtract().row(3)
                .node(3, 50, 50)
                .way(1, List.of(1, 2), "highway=residential")
                .way(2, List.of(2, 3), "highway=residential")
                .way(1, List.of(1, 3), "highway=footway"));
        assertThat(edges(osm)).containsExactlyInAnyOrder("10-20", "20-30");
        assertThat(osm.report().repeatedNodes()).isEqualTo(1);
        assertThat(osm.report().refused()).isEqualTo(Map.of(WayRefusal.TWICE, 1));
        assertThat(osm.report().waysWalkable()).isEqualTo(2);
    }

    @Test
    void readsFilesOfAnyOrderAndMake() {
        var expected = edges(read(crossroads()));
        assertThat(expected).hasSize(4);
        assertThat(edges(read(crossroads().backwards()))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(edges(read(crossroads().plainNodes()))).isEqualTo(expected);
        assertThat(edges(read(crossroads().unpacked()))).isEqualTo(expected);
    }

    @Test
    void walksAlongTheEdgesOfSquares() {
        var closed = read(new TestExtract().row(2)
                .node(3, 10, 20)
                .node(4, 0, 0)
                .way(1, List.of(1, 2, 3, 1), "highway=pedestrian", "area=yes")
                .way(2, List.of(1, 4), "highway=footway"));
        assertThat(closed.report().kilometres()).isCloseTo(0.095 + 0.111 + 0.146 + 0.095, Offset.offset(0.002));
        var relation = read(new TestExtract().row(4)
                .way(1, List.of(1, 2))
                .way(2, List.of(2, 3), "building=roof")
                .way(3, List.of(3, 4), "highway=steps")
                .way(4, List.of(1, 4), "building=yes")
                .relation(List.of(1, 2, 3), "type=multipolygon", "highway=pedestrian", "name=人民广场"));
        assertThat(edges(relation)).containsExactlyInAnyOrder("10-20 人民广场", "20-30 人民广场", "30-40 STEPS");
    }

    @Test
    void gathersNamedResidentialAreasInTheMiddleOfTheirCorners() {
        var osm = read(new TestExtract().row(3)
                .node(4, 10, 10)
                .node(5, 10, 30)
                .node(6, 30, 30)
                .node(7, 30, 10)
                .way(1, List.of(1, 2, 3), "highway=residential")
                .way(2, List.of(4, 5, 6, 7, 4), "landuse=residential", "name=银杏新村", "name:en=Yinxing New Village")
                .way(3, List.of(4, 5, 6, 4), "landuse=residential")
                .way(4, List.of(4, 5, 6, 4), "landuse=forest", "name=树林"));
        assertThat(osm.compounds()).hasSize(1);
        var compound = osm.compounds().getFirst();
        assertThat(compound.name()).isEqualTo("银杏新村");
        assertThat(compound.nameEn()).isEqualTo("Yinxing New Village");
        assertThat(compound.middle().lon()).isCloseTo(TestExtract.LON + 20 * TestExtract.STEP, Offset.offset(1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suburb", "quarter", "neighbourhood", "locality", "village"})
    void gathersPartsOfTownThatAreKnownByTheirLabelAlone(String kind) {
        var extract = new TestExtract().row(2)
                .way(1, List.of(1, 2), "highway=residential")
                .node(8, 40, 50, "place=" + kind, "name=彭浦", "name:en=Pengpu")
                .node(9, 41, 50, "place=" + kind)
                .node(10, 42, 50, "place=city", "name=上海市")
                .node(11, 43, 50, "shop=kiosk", "name=小店");
        for (OsmNetwork osm : List.of(read(extract), read(extract.plainNodes()))) {
            assertThat(osm.compounds()).hasSize(1);
            assertThat(osm.compounds().getFirst().name()).isEqualTo("彭浦");
            assertThat(osm.compounds().getFirst().nameEn()).isEqualTo("Pengpu");
            assertThat(osm.compounds().getFirst().middle().lat())
                    .isCloseTo(TestExtract.LAT + 40 * TestExtract.STEP, Offset.offset(1e-7));
        }
    }

    @Test
    void aLabelInTheAreaOfItsNameIsTheSamePlaceAndOneFarFromItAnother() {
        var osm = read(new TestExtract().row(3)
                .way(1, List.of(1, 2, 3), "highway=residential")
                .way(2, List.of(1, 2, 3, 1), "place=neighbourhood", "name=银杏新村")
                .node(8, 5, 15, "place=neighbourhood", "name=银杏新村")
                .node(9, 200, 15, "place=neighbourhood", "name=银杏新村"));
        assertThat(osm.compounds()).hasSize(2);
        assertThat(osm.compounds().getLast().middle().lat())
                .isCloseTo(TestExtract.LAT + 200 * TestExtract.STEP, Offset.offset(1e-7));
    }

    @Test
    void leavesOutIslandsAndKeepsTheLargestPiece() {
        var extract = crossroads().node(20, 50, 0).node(21, 50, 10).way(9, List.of(20, 21), "highway=footway");
        assertThat(read(extract).network().nodes()).isEqualTo(7);
        var pruned = read(extract, OsmOptions.standard());
        assertThat(pruned.network().nodes()).isEqualTo(5);
        assertThat(pruned.report().islands().islands()).isEqualTo(1);
        assertThat(pruned.report().islands().nodes()).isEqualTo(2);
        assertThat(pruned.report().islands().kilometres()).isCloseTo(0.095, Offset.offset(0.001));
    }

    @Test
    void reportsWhatItFound() {
        var steps = new ArrayList<Double>();
        var report = read(crossroads()
                .takenAt(1_767_225_600)
                .way(7, List.of(1, 2), "building=yes")
                .way(8, List.of(1, 2), "highway=motorway")
                .way(9, List.of(1), "highway=footway"), ALL, steps).report();
        assertThat(report.takenAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(report.waysRead()).isEqualTo(5);
        assertThat(report.waysWalkable()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(Map.of(WayRefusal.NOT_FOR_WALKERS, 1, WayRefusal.NO_LINE, 1));
        assertThat(report.nodes()).isEqualTo(5);
        assertThat(report.edges()).isEqualTo(4);
        assertThat(report.bounds().southWest().lon()).isCloseTo(TestExtract.LON + 10 * TestExtract.STEP,
                Offset.offset(1e-7));
        assertThat(steps).isSorted().last().isEqualTo(1.0);
    }

    /// Two ways of three nodes that cross in node 2.
    private static TestExtract crossroads() {
        return new TestExtract().row(3)
                .node(4, 10, 20)
                .node(5, -10, 20)
                .way(1, List.of(1, 2, 3), "highway=residential", "name=大华路")
                .way(2, List.of(4, 2, 5), "highway=residential");
    }

    private OsmNetwork read(TestExtract extract) {
        return read(extract, ALL);
    }

    private OsmNetwork read(TestExtract extract, OsmOptions options) {
        return read(extract, options, new ArrayList<>());
    }

    private OsmNetwork read(TestExtract extract, OsmOptions options, List<Double> progress) {
        try {
            return OsmNetwork.read(extract.write(folder.resolve("test.osm.pbf")), options, progress::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Each edge by the steps of its ends to the east, its traits and its name.
    private static List<String> edges(OsmNetwork osm) {
        return IntStream.range(0, osm.network().edges()).mapToObj(e -> edge(osm.network(), e)).sorted().toList();
    }

    private static String edge(WalkNetwork network, int edge) {
        long from = steps(network.lon(network.from(edge)));
        long to = steps(network.lon(network.to(edge)));
        var text = new StringBuilder(Math.min(from, to) + "-" + Math.max(from, to));
        int traits = network.traits(edge);
        var names = Map.of(EdgeTraits.STEPS, "STEPS", EdgeTraits.ELEVATOR, "ELEVATOR", EdgeTraits.CROSSING, "CROSSING",
                EdgeTraits.SIGNALS, "SIGNALS", EdgeTraits.ROUGH, "ROUGH", EdgeTraits.KERB, "KERB", EdgeTraits.PRIVATE,
                "PRIVATE");
        names.keySet()
                .stream()
                .sorted()
                .filter(trait -> (traits & trait) != 0)
                .forEach(trait -> text.append(' ').append(Objects.requireNonNull(names.get(trait))));
        network.name(edge).ifPresent(name -> text.append(' ').append(name));
        return text.toString();
    }

    private static long steps(double lon) {
        return Math.round((lon - TestExtract.LON) / TestExtract.STEP);
    }
}
