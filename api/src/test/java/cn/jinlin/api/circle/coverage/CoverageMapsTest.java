package cn.jinlin.api.circle.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import cn.jinlin.api.circle.coverage.home.HomeRecords;
import cn.jinlin.api.circle.network.WalkMaps;
import cn.jinlin.api.circle.network.Walkers;
import cn.jinlin.api.facility.Categories;
import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkNetworkBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(StreetDistrict.class)
class CoverageMapsTest {

    private static final int BLOCKS = 12;
    private static final List<String> KINDS = List.of("HLT-S", "PHA");

    @Autowired
    private StreetDistrict district;
    @Autowired
    private CoverageMaps maps;
    @Autowired
    private WalkMaps walkMaps;
    @Autowired
    private HomeRecords homes;
    @Autowired
    private FacilityFeed feed;
    @Autowired
    private Walkers walkers;
    @Autowired
    private Standards standards;
    @Autowired
    private Categories categories;
    private final Random random = new Random(20_261_122);

    @BeforeEach
    void blocks() {
        district.prepareWithoutGround();
        district.use(blocks(random));
        for (int home = 0; home < 60; home++) {
            district.home("h" + home, home % 3 == 0 ? "JL02001" : "JL01001", place(31.1), place(121.4),
                    random.nextInt(1, 500));
        }
        maps.look();
    }

    @AfterEach
    void leaveNothing() {
        district.remove();
    }

    @Test
    void followingEveryChangeGivesTheSameAsBeginningAnew() {
        var open = new ArrayList<String>();
        compare(maps);
        for (int edit = 1; edit <= 60; edit++) {
            change(open);
            if (edit % 6 == 0) {
                maps.look();
                compare(maps);
            }
        }
        assertThat(ground(maps).size()).isEqualTo(KINDS.size() * Walker.values().length);
    }

    @Test
    void whatIsDroppedForWantOfMemoryIsMadeAgain() {
        CoverageMaps small = fresh(0);
        CoverageGround ground = ground(small);
        district.open("PHA", 31.105, 121.405);

        for (int round = 0; round < 2; round++) {
            for (Walker walker : Walker.values()) {
                assertThat(same(ground.of(category("PHA"), walker).numbers(feed),
                        ground(fresh(128)).of(category("PHA"), walker).numbers(feed), ground)).isTrue();
                assertThat(ground.size()).isEqualTo(1);
            }
        }
    }

    @Test
    void homesAreAttachedBeforeAnybodyAsksAndMeanwhileTheNetworkBeforeAnswers() {
        CoverageMaps followed = fresh(128);
        followed.look();
        CoverageGround before = ground(followed);
        assertThat(before.attachedFor()).isPositive();

        district.use(blocks(random));
        assertThat(ground(followed)).isSameAs(before);

        followed.look();
        CoverageGround after = ground(followed);
        assertThat(after.isOn(walkMaps.current().network().orElseThrow())).isTrue();
        assertThat(after.attachedFor()).isEqualTo(before.attachedFor());
    }

    @Test
    void lookingAsideKeepsNothing() {
        CoverageGround ground = ground(fresh(128));
        ground.aside(category("PHA"), Walker.ADULT).numbers(feed);
        assertThat(ground.size()).isZero();
        CategoryCoverage kept = ground.of(category("PHA"), Walker.ADULT);
        assertThat(ground.aside(category("PHA"), Walker.ADULT)).isSameAs(kept);
    }

    private void change(List<String> open) {
        switch (open.isEmpty() ? 0 : random.nextInt(5)) {
            case 0, 1 -> open.add(district.open(anyKind(), place(31.1), place(121.4)));
            case 2 -> district.close(open.remove(random.nextInt(open.size())));
            case 3 -> district.update(open.get(random.nextInt(open.size())), Map.of("location",
                    Map.of("lat", place(31.1), "lon", place(121.4))));
            default -> district.update(open.get(random.nextInt(open.size())), Map.of("category", anyKind()));
        }
    }

    private String anyKind() {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    /// Some a little off the network, so that now and then no path is near.
    private double place(double from) {
        return from + random.nextDouble() * (BLOCKS + 1) * 0.001;
    }

    private void compare(CoverageMaps followed) {
        CoverageGround known = ground(followed);
        CoverageGround anew = ground(fresh(128));
        for (String kind : KINDS) {
            for (Walker walker : Walker.values()) {
                assertThat(same(known.of(category(kind), walker).numbers(feed),
                        anew.of(category(kind), walker).numbers(feed), known)).as("%s %s", kind, walker).isTrue();
            }
        }
    }

    private static boolean same(CoverageNumbers one, CoverageNumbers other, CoverageGround ground) {
        boolean same = one.whole().equals(other.whole());
        for (int i = 0; i < ground.homes().neighbourhoodIds().size(); i++) {
            same &= one.neighbourhood(i).equals(other.neighbourhood(i));
        }
        for (int i = 0; i < ground.homes().subdistrictIds().size(); i++) {
            same &= one.subdistrict(i).equals(other.subdistrict(i));
        }
        for (int piece = 0; piece < ground.squares().pieces(); piece++) {
            same &= one.people(piece) == other.people(piece) && one.tenths(piece) == other.tenths(piece);
        }
        return same;
    }

    private CoverageMaps fresh(int megabytes) {
        return new CoverageMaps(walkMaps, homes, feed, walkers, standards, new CoverageProperties(megabytes));
    }

    private static CoverageGround ground(CoverageMaps maps) {
        return maps.current().orElseThrow();
    }

    private FacilityCategory category(String code) {
        return categories.find(code).orElseThrow();
    }

    /// Streets every hundred metres or so, some one-way, some with steps, some missing.
    private static WalkNetwork blocks(Random random) {
        var builder = new WalkNetworkBuilder();
        for (int row = 0; row < BLOCKS; row++) {
            for (int column = 0; column < BLOCKS; column++) {
                int node = builder.node(31.1 + row * 0.001, 121.4 + column * 0.001);
                if (column > 0) {
                    edge(builder, random, node - 1, node);
                }
                if (row > 0) {
                    edge(builder, random, node - BLOCKS, node);
                }
            }
        }
        return builder.build();
    }

    private static void edge(WalkNetworkBuilder builder, Random random, int from, int to) {
        int direction = random.nextInt(10) == 0 ? EdgeTraits.FORWARD : EdgeTraits.FORWARD | EdgeTraits.BACKWARD;
        int steps = random.nextInt(8) == 0 ? EdgeTraits.STEPS : 0;
        if (random.nextInt(8) > 0) {
            builder.edge(from, to, new double[0], direction | steps, null);
        }
    }
}
