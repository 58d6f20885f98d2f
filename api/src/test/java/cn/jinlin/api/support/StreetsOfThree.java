package cn.jinlin.api.support;

import java.util.Map;

import cn.jinlin.api.circle.network.WalkNetworkVersion;
import cn.jinlin.api.circle.network.WalkNetworks;
import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkNetworkBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two streets and some steps through the district of three, small enough to check walks by hand:
///
/// ```
///              C (31.110, 121.401) --- 长征路 --- D (31.110, 121.410)  the pharmacy
///              |
///    梅园路     F (31.103, 121.402)
///              | /        \
///              B (31.102, 121.401) == steps == E (31.102, 121.402)
///              |  the health centre at 31.101
///              A (31.100, 121.401)
/// ```
@TestComponent
public class StreetsOfThree {

    private static final int BOTH = EdgeTraits.FORWARD | EdgeTraits.BACKWARD;
    private static final String NETWORK = "{ walkNetwork { version } }";
    private static final String RESIDENTS = "{ coverage(category: \"PHA\") { summary { residents } } }";
    private static final String REACHED = "{ circle(at: {lat: 31.1, lon: 121.401}, minutes: 30) { totalCount } }";

    private final WalkNetworks networks;
    private final JdbcClient jdbc;
    private final GraphQl graphQl;

    StreetsOfThree(WalkNetworks networks, JdbcClient jdbc, GraphQl graphQl) {
        this.networks = networks;
        this.jdbc = jdbc;
        this.graphQl = graphQl;
    }

    /// Takes the streets into use and waits until the service walks on them.
    public WalkNetworkVersion prepare() {
        WalkNetworkVersion version = networks.add(network(), "streets-of-three.osm.pbf", "© 测试", "{}");
        awaitVersion(version.version());
        return version;
    }

    /// Lets a hundred people live at one end of the streets and fifty at the other, and waits until facilities are on them.
    public void settle() {
        // Nobody lives here yet: what is left of an earlier test is gone.
        Records.await(() -> graphQl.ask(RESIDENTS, Map.of()).data("coverage").isNull());
        jdbc.sql(
                """
                insert into home (source, external_id, subdistrict_id, neighbourhood_id, lat, lon, residents)
                select 'test', 'south', n.subdistrict_id, n.id, 31.1001, 121.401, 100 from neighbourhood n
                union all select 'test', 'east', s.id, null, 31.1100, 121.409, 50 from subdistrict s where s.code = 'JL02'""")
                .update();
        Records.await(() -> graphQl.ask(REACHED, Map.of()).data("circle/totalCount").asInt() == 2);
        Records.await(
                () -> graphQl.ask(RESIDENTS, Map.of()).json().at("/data/coverage/summary/residents").asInt(0) == 150);
    }

    /// Takes every network out of use, and everybody away.
    public void clear() {
        jdbc.sql("truncate home").update();
        jdbc.sql("truncate walk_network cascade").update();
        Records.await(() -> graphQl.ask(NETWORK, Map.of()).data("walkNetwork").isNull());
    }

    public void awaitVersion(int version) {
        Records.await(() -> graphQl.ask(NETWORK, Map.of()).json().at("/data/walkNetwork/version").asInt(0) == version);
    }

    public static WalkNetwork network() {
        var streets = new WalkNetworkBuilder();
        int a = streets.node(31.100, 121.401);
        int b = streets.node(31.102, 121.401);
        int c = streets.node(31.110, 121.401);
        int d = streets.node(31.110, 121.410);
        int e = streets.node(31.102, 121.402);
        int f = streets.node(31.103, 121.402);
        streets.edge(a, b, new double[0], BOTH, "梅园路");
        streets.edge(b, c, new double[0], BOTH, "梅园路");
        streets.edge(c, d, new double[0], BOTH, "长征路");
        streets.edge(b, e, new double[0], BOTH | EdgeTraits.STEPS, null);
        streets.edge(b, f, new double[0], BOTH, null);
        streets.edge(f, e, new double[0], BOTH, null);
        return streets.build();
    }
}
