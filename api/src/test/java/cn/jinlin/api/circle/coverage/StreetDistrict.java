package cn.jinlin.api.circle.coverage;

import java.util.List;
import java.util.Map;

import cn.jinlin.api.circle.network.WalkMaps;
import cn.jinlin.api.circle.network.WalkNetworks;
import cn.jinlin.api.region.RegionsChanged;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkNetworkBuilder;
import cn.jinlin.search.walk.osm.Compound;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A district of one straight street of 5.6 km to the north, with a corner every 111.2 m, steps between the second and
/// the third, and homes of 650 residents in two neighbourhoods, one of them far from any path.
///
/// An adult walks from corner to corner in 88.96 s, an elderly person in 125.1 s.
@TestComponent
public class StreetDistrict {

    private static final String CREATE = """
            mutation($input: CreateFacilityInput!) { createFacility(input: $input) { facility { id } userErrors { code } } }""";
    private static final int CORNERS = 51;
    private static final int BOTH_WAYS = EdgeTraits.FORWARD | EdgeTraits.BACKWARD;

    private final Records records;
    private final GraphQl graphQl;
    private final JdbcClient jdbc;
    private final WalkNetworks networks;
    private final WalkMaps maps;
    private final ApplicationEventPublisher events;

    StreetDistrict(Records records, GraphQl graphQl, JdbcClient jdbc, WalkNetworks networks, WalkMaps maps,
            ApplicationEventPublisher events) {
        this.records = records;
        this.graphQl = graphQl;
        this.jdbc = jdbc;
        this.networks = networks;
        this.maps = maps;
        this.events = events;
    }

    public void prepare() {
        prepareWithoutGround();
        use(street(CORNERS));
        home("one", "JL01001", corner(0), 121.4, 100);
        home("two", "JL01001", corner(4), 121.4, 300);
        home("three", "JL02001", corner(10), 121.4, 200);
        home("far", "JL02001", corner(10), 121.45, 50);
    }

    /// Areas and categories, but neither network nor homes.
    public void prepareWithoutGround() {
        remove();
        records.clear();
        records.insertRegions();
        jdbc.sql("""
                insert into neighbourhood (code, subdistrict_id, name, name_en)
                select 'JL02001', id, '=长征新村', 'Changzheng New Village' from subdistrict where code = 'JL02'""")
                .update();
        events.publishEvent(new RegionsChanged());
    }

    /// Takes the network away for the tests that come after.
    public void remove() {
        jdbc.sql("delete from walk_network_in_use").update();
        jdbc.sql("delete from walk_network").update();
        jdbc.sql("truncate home, coverage_month").update();
        Records.await(() -> maps.current().version().isEmpty());
    }

    public void use(WalkNetwork network, Compound... compounds) {
        int version = networks.add(network, List.of(compounds), "test", "©", "{}").version();
        Records.await(() -> maps.current().version().filter(each -> each.version() == version).isPresent());
    }

    public static double corner(int number) {
        return 31.1 + number * 0.001;
    }

    /// The street as far as its first corners.
    public static WalkNetwork street(int corners) {
        var builder = new WalkNetworkBuilder();
        for (int i = 0; i < corners; i++) {
            builder.node(corner(i), 121.4);
            if (i > 0) {
                int traits = i == 2 ? BOTH_WAYS | EdgeTraits.STEPS : BOTH_WAYS;
                builder.edge(i - 1, i, new double[0], traits, "梅园路");
            }
        }
        return builder.build();
    }

    public void home(String id, String neighbourhood, double lat, double lon, int residents) {
        jdbc.sql("""
                insert into home (source, external_id, neighbourhood_id, lat, lon, residents)
                select 'test', ?, id, ?, ?, ? from neighbourhood where code = ?""")
                .params(id, lat, lon, residents, neighbourhood)
                .update();
    }

    /// @return its global id
    public String open(String category, double lat, double lon) {
        return graphQl.askAsAdmin(CREATE, Map.of("input", Map.of("name", "设施" + lat + "," + lon, "category", category,
                "location", Map.of("lat", lat, "lon", lon), "accessibility", List.of())))
                .data("createFacility/facility/id")
                .asString();
    }

    public void close(String facility) {
        graphQl.askAsAdmin(
                "mutation($input: CloseFacilityInput!) { closeFacility(input: $input) { userErrors { code } } }",
                Map.of("input", Map.of("id", facility)));
    }

    public void update(String facility, Map<String, ?> change) {
        var input = new java.util.HashMap<String, Object>(change);
        input.put("id", facility);
        graphQl.askAsAdmin(
                "mutation($input: UpdateFacilityInput!) { updateFacility(input: $input) { userErrors { code } } }",
                Map.of("input", input));
    }
}
