package cn.jinlin.api.circle.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import cn.jinlin.api.ledger.Audit;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkNetworkFile;
import cn.jinlin.search.walk.osm.Compound;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The record of walking networks. A network comes into use whole, in one transaction, or not at all.
@Repository
public class WalkNetworks {

    private static final int KEPT = 2;
    private static final int LOT = 5_000;
    private static final String SELECT = """
            select n.version, n.source, n.attribution, n.nodes, n.edges, n.kilometres, n.imported_at,
                   coalesce(u.since, n.imported_at) as since, u.version is not null as in_use,
                   (n.report ->> 'attachedShare')::float8 as attached_share
              from walk_network n left join walk_network_in_use u on u.version = n.version
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    WalkNetworks(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// The network in use.
    public Optional<WalkNetworkVersion> findInUse() {
        return jdbc.sql(SELECT + "where u.version is not null")
                .query(new DataClassRowMapper<>(WalkNetworkVersion.class))
                .optional();
    }

    /// Those that are kept, newest first.
    public List<WalkNetworkVersion> list() {
        return jdbc.sql(SELECT + "order by n.version desc")
                .query(new DataClassRowMapper<>(WalkNetworkVersion.class))
                .list();
    }

    /// Keeps a network and takes it into use on every node.
    ///
    /// @param report as JSON
    @Transactional
    public WalkNetworkVersion add(WalkNetwork network, String source, String attribution, String report) {
        return add(network, List.of(), source, attribution, report);
    }

    /// The same with the compounds that stand on it.
    @Transactional
    public WalkNetworkVersion add(WalkNetwork network, List<Compound> compounds, String source, String attribution,
            String report) {
        jdbc.sql("set local statement_timeout = 0").update();
        int version = jdbc.sql("""
                insert into walk_network (source, attribution, nodes, edges, kilometres, report)
                values (?, ?, ?, ?, ?, ?::jsonb) returning version""")
                .params(source, attribution, network.nodes(), network.edges(), (int) Math.round(network.kilometres()),
                        report)
                .query(Integer.class)
                .single();
        try (var pieces = new BufferedOutputStream(new PieceWriter(jdbc, version), PieceWriter.PIECE)) {
            WalkNetworkFile.save(network, pieces);
        } catch (IOException e) {
            throw new UncheckedIOException("The network could not be written into the record", e);
        }
        for (int from = 0; from < compounds.size(); from += LOT) {
            insert(version, compounds.subList(from, Math.min(compounds.size(), from + LOT)));
        }
        use(version);
        audit.record("network.import", "WalkNetwork:" + version, null);
        jdbc.sql(
                "delete from walk_network where version not in (select version from walk_network order by version desc limit ?)")
                .param(KEPT)
                .update();
        return findInUse().orElseThrow();
    }

    private void insert(int version, List<Compound> compounds) {
        jdbc.sql("""
                insert into walk_compound (version, name, name_en, lat, lon)
                select ?, * from unnest(?::text[], ?::text[], ?::float8[], ?::float8[])""")
                .params(version, compounds.stream().map(Compound::name).toArray(String[]::new),
                        compounds.stream().map(Compound::nameEn).toArray(String[]::new),
                        compounds.stream().map(each -> each.middle().lat()).toArray(Double[]::new),
                        compounds.stream().map(each -> each.middle().lon()).toArray(Double[]::new))
                .update();
    }

    /// The compounds of a network.
    public List<Compound> listCompounds(int version) {
        return jdbc.sql("select name, name_en, lat, lon from walk_compound where version = ? order by name, lat")
                .param(version)
                .query((row, _) -> new Compound(row.getString("name"), row.getString("name_en"),
                        new GeoPoint(row.getDouble("lat"), row.getDouble("lon"))))
                .list();
    }

    /// Takes the network before the one in use into use again.
    ///
    /// @return empty when there is none
    @Transactional
    public Optional<WalkNetworkVersion> goBack() {
        Optional<Integer> before = jdbc.sql("""
                select max(version) from walk_network where version < (select version from walk_network_in_use)""")
                .query(Integer.class)
                .optional();
        before.ifPresent(version -> {
            use(version);
            audit.record("network.go-back", "WalkNetwork:" + version, null);
        });
        return before.flatMap(_ -> findInUse());
    }

    private void use(int version) {
        jdbc.sql("""
                insert into walk_network_in_use (version) values (?)
                on conflict (the_one) do update set version = excluded.version, since = now()""")
                .param(version)
                .update();
    }

    /// Reads a network into memory.
    WalkNetwork load(int version) {
        try (var pieces = new BufferedInputStream(new PieceReader(jdbc, version), PieceWriter.PIECE)) {
            return WalkNetworkFile.load(pieces);
        } catch (IOException e) {
            throw new UncheckedIOException("Walking network " + version + " cannot be read from the record", e);
        }
    }
}
