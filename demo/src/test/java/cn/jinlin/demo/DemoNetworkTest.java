package cn.jinlin.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoNetworkTest {

    private static final DemoDistrict DISTRICT = DemoDistrict.standard();
    private static final Tile TILE = Tile.of(DemoDistrict.DEFAULT_SEED, DISTRICT.ground());
    private static final Paths PATHS = new Paths(TILE.draw(1).sketch());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        var one = write(DISTRICT.network(), "one");
        assertThat(one).hasSameBinaryContentAs(write(DemoDistrict.standard().network(), "again"));
        assertThat(Files.mismatch(one, write(DemoDistrict.of(1, 35).network(), "other"))).isNotNegative();
        assertThat(DemoDistrict.standard().network().homes()).containsExactlyElementsOf(
                DISTRICT.network().homes().toList());
    }

    @Test
    void holdsTogether() {
        assertThat(PATHS.shareOfLargestPiece()).isGreaterThan(0.97);
    }

    @Test
    void comesWithinAHundredMetresOfAllButAHandfulOfFacilities() {
        long far = DISTRICT.facilities().filter(f -> PATHS.metresTo(f.location()) > 100).count();
        assertThat(far).isLessThan(24);
        assertThat(DISTRICT.facilities().filter(f -> PATHS.metresTo(f.location()) <= 50).count()).isGreaterThan(2_350);
    }

    @Test
    void crossesTheRiverOnBridgesAlone() {
        var course = new ArrayList<DemoPoint>();
        for (int i = -10; i <= Lattice.WIDTH * 100 + 10; i++) {
            course.add(DISTRICT.ground().lattice().at(i / 100.0, TILE.river().middle(i / 100.0)));
        }
        var over = PATHS.ways().stream().filter(way -> PATHS.crosses(way, course)).toList();
        assertThat(over).hasSizeBetween(9, 25)
                .allSatisfy(way -> assertThat(Paths.tags(way)).containsEntry("bridge", "yes"));
        assertThat(PATHS.ways().stream().filter(way -> Paths.tags(way).get("bridge") != null)).hasSizeGreaterThan(
                over.size());
    }

    @Test
    void hasEverythingThatMakesAWalkDiffer() {
        var tags = PATHS.everyTag();
        assertThat(tags).contains("highway=steps", "highway=elevator", "footway=crossing", "crossing=traffic_signals",
                "kerb=raised", "barrier=gate", "locked=yes", "access=private", "oneway:foot=yes", "tunnel=yes",
                "bridge=yes", "area=yes", "conveying=forward", "highway=construction", "surface=gravel", "foot=no",
                "highway=living_street");
        assertThat(PATHS.names()).containsAll(DISTRICT.roads().stream().map(DemoRoad::name).toList());
    }

    @Test
    void housesAMillionPeopleInTheirNeighbourhoods() {
        Map<String, DemoArea> areas = DISTRICT.neighbourhoods()
                .stream()
                .collect(Collectors.toMap(DemoArea::code, Function.identity()));
        var homes = DISTRICT.network().homes().toList();
        assertThat(homes).hasSizeBetween(10_000, 14_000).extracting(DemoHome::id).doesNotHaveDuplicates();
        assertThat(homes.stream().mapToInt(DemoHome::residents).sum()).isBetween(800_000, 1_200_000);
        assertThat(homes.stream().map(DemoHome::neighbourhood).distinct()).hasSize(300);
        assertThat(homes).allSatisfy(home -> assertThat(DemoDistrictTest.contains(
                Objects.requireNonNull(areas.get(home.neighbourhood())).boundary(), home.location())).isTrue());
        assertThat(homes.stream().filter(home -> PATHS.metresTo(home.location()) > 100).count()).isLessThan(240);
    }

    @Test
    void growsByWholeDistricts() throws IOException {
        long one = Files.size(write(DemoNetwork.scaled(5, 1), "one"));
        var four = DemoNetwork.scaled(5, 94_000);
        assertThat(Files.size(write(four, "four"))).isBetween(4 * one - one / 3, 4 * one + one / 3);
        assertThat(four.homes().map(DemoHome::id)).doesNotHaveDuplicates().hasSizeGreaterThan(40_000);
        assertThatThrownBy(() -> DemoNetwork.scaled(5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path write(DemoNetwork network, String name) {
        var file = folder.resolve(name);
        network.write(file);
        return file;
    }
}
