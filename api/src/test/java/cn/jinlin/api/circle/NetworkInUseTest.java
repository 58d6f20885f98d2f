package cn.jinlin.api.circle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import cn.jinlin.api.circle.network.NetworkIntake;
import cn.jinlin.api.circle.network.WalkNetworks;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.DistrictOfThree;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.StreetsOfThree;
import cn.jinlin.demo.DemoNetwork;
import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetworkBuilder;
import cn.jinlin.search.walk.osm.NetworkRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Which network is in use: always one, whole, whatever happens to an import.
@ApiTest
@Import({DistrictOfThree.class, StreetsOfThree.class})
class NetworkInUseTest {

    private static final String CIRCLE = """
            { circle(at: {lat: 31.1, lon: 121.401}, minutes: 30) { estimated
              tiers { categories { facilities { walk { metres } } } } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private DistrictOfThree district;
    @Autowired
    private StreetsOfThree streets;
    @Autowired
    private WalkNetworks networks;
    @Autowired
    private NetworkIntake intake;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void streetsInUse() {
        district.prepare();
        streets.prepare();
    }

    @AfterEach
    void withoutStreets() {
        streets.clear();
    }

    @Test
    void queriesSeeTheOldNetworkOrTheNewAndNeverFailWhileTheyAreSwapped() throws InterruptedException {
        String old = circle();
        var asked = new AtomicInteger();
        Set<String> answers = new TreeSet<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                answers.add(circle());
                asked.incrementAndGet();
            }
        });
        int version = 0;
        for (int round = 0; round < 4; round++) {
            version = networks.add(round % 2 == 0 ? detour() : StreetsOfThree.network(), "next", "© 测试", "{}")
                    .version();
            streets.awaitVersion(version);
        }
        asking.interrupt();
        asking.join();
        assertThat(asked.get()).isPositive();
        assertThat(answers).hasSize(2).contains(old);
        assertThat(circle()).isEqualTo(old);
        // All but the last two are gone, and the one before can be had back.
        assertThat(networks.list()).hasSize(2);
        assertThat(networks.goBack().orElseThrow().version()).isEqualTo(version - 1);
        streets.awaitVersion(version - 1);
        assertThat(circle()).isNotEqualTo(old);
    }

    @Test
    void anImportKilledHalfWayLeavesTheOldNetworkWhole() {
        String old = circle();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
            networks.add(detour(), "killed", "© 测试", "{}");
            // As a killed process ends: PostgreSQL finds the line cut and forgets what was not committed.
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
        })).isInstanceOf(RuntimeException.class);
        assertThat(networks.list()).extracting("source").doesNotContain("killed");
        assertThat(circle()).isEqualTo(old);
    }

    @Test
    void aFileThatIsNoNetworkIsRefusedAndTheOneInUseUntouched(@TempDir Path folder) throws IOException {
        String old = circle();
        Path text = Files.writeString(folder.resolve("text.osm.pbf"), "no map at all");
        assertThatThrownBy(() -> intake.run(text, options(false), _ -> {}))
                .isInstanceOfSatisfying(NetworkRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(NetworkRefusedException.Code.NOT_PBF));
        assertThat(circle()).isEqualTo(old);
    }

    @Test
    void anExtractOfSomewhereElseIsRefusedUnlessMeantSoAndADryRunKeepsNothing(@TempDir Path folder) {
        Path file = folder.resolve("demo.osm.pbf");
        DemoNetwork.scaled(1, 3_000).write(file);
        jdbc.sql("""
                insert into facility (source, external_id, name, category, lat, lon)
                select 'far', n::text, '远处药店' || n, 'PHA', 39.9 + n * 0.001, 116.4 from generate_series(1, 200) n""")
                .update();
        assertThatThrownBy(() -> intake.run(file, options(false), _ -> {}))
                .isInstanceOf(NetworkIntake.ForeignNetworkException.class);
        assertThat(networks.list()).hasSize(1);

        var dry = new NetworkIntake.Options(null, false, true, true);
        assertThat(intake.run(file, dry, _ -> {}).version()).isEmpty();
        assertThat(networks.list()).hasSize(1);

        NetworkIntake.Outcome taken = intake.run(file, options(true), _ -> {});
        assertThat(taken.facilities()).isEqualTo(202);
        streets.awaitVersion(taken.version().orElseThrow().version());
        assertThat(graphQl.ask("{ walkNetwork { source nodes attribution attachedShare } }", Map.of())
                .data("walkNetwork/nodes")
                .asInt()).isEqualTo(taken.report().nodes());
    }

    @Test
    void placesThatLieAllToOneSideOfTheirRoadsAreNoticed(@TempDir Path folder) {
        insertPlaces(0, 0);
        assertThat(intake.shiftInUse().orElseThrow().isSystematic()).isFalse();
        jdbc.sql("delete from facility where source = 'roads'").update();
        insertPlaces(0.0030, -0.0045);
        var shift = intake.shiftInUse().orElseThrow();
        assertThat(shift.isSystematic()).isTrue();
        assertThat(shift.metres()).isBetween(400.0, 700.0);
    }

    /// Along both streets, moved by so many degrees.
    private void insertPlaces(double north, double east) {
        jdbc.sql("""
                insert into facility (source, external_id, name, category, address, lat, lon)
                select 'roads', 'a' || n, '店', 'COM-S', '梅园路' || n || '号', 31.1002 + n * 0.0002 + :north,
                       121.4010 + (n % 2) * 0.0002 + :east from generate_series(1, 40) n
                union all
                select 'roads', 'b' || n, '店', 'COM-S', '长征路' || n || '号', 31.1100 + (n % 2) * 0.0002 + :north,
                       121.4012 + n * 0.0002 + :east from generate_series(1, 40) n""")
                .param("north", north)
                .param("east", east)
                .update();
    }

    private static NetworkIntake.Options options(boolean anyway) {
        return new NetworkIntake.Options(null, false, anyway, false);
    }

    /// The same ends, joined by longer ways.
    private static cn.jinlin.search.walk.WalkNetwork detour() {
        var streets = new WalkNetworkBuilder();
        int both = EdgeTraits.FORWARD | EdgeTraits.BACKWARD;
        int a = streets.node(31.100, 121.401);
        int c = streets.node(31.110, 121.401);
        int d = streets.node(31.110, 121.410);
        streets.edge(a, c, new double[]{31.101, 121.4005, 31.105, 121.402}, both, "梅园路");
        streets.edge(c, d, new double[0], both, "长征路");
        return streets.build();
    }

    private String circle() {
        GraphQl.Answer answer = graphQl.ask(CIRCLE, Map.of());
        assertThat(answer.data("circle/estimated").asBoolean()).as(answer.body()).isFalse();
        return answer.body();
    }
}
