package cn.jinlin.api.account.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every unit there is or was.
@Repository
public class Units {

    private final JdbcClient jdbc;
    private final Clock clock;

    Units(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Unit> find(UUID id) {
        return jdbc.sql("select * from unit where id = ?").param(id).query(Units::read).optional();
    }

    /// Those there are, by id.
    public Map<UUID, Unit> list(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("select * from unit where id in (:ids)")
                .param("ids", ids)
                .query(Units::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /// The root.
    Unit district() {
        return jdbc.sql("select * from unit where kind = 'DISTRICT'").query(Units::read).single();
    }

    /// Which units to list.
    ///
    /// @param among only these; null for all
    record Wanted(@Nullable Collection<UUID> among, @Nullable UnitKind kind, boolean closedToo) {}

    Connection<Unit> page(Wanted wanted, Connection.Request page) {
        String where = """
                from unit where (:closed or closed_at is null) and (:kind::text is null or kind = :kind)
                    and (:everywhere or id = any(:among))""";
        Map<String, ?> parameters = Map.of("closed", wanted.closedToo, "everywhere", wanted.among == null, "among",
                wanted.among == null ? new UUID[0] : wanted.among.toArray(UUID[]::new), "after", page.beyond(), "limit",
                page.limit());
        String kind = wanted.kind == null ? null : wanted.kind.name();
        int total = jdbc.sql("select count(*) " + where)
                .params(parameters)
                .param("kind", kind)
                .query(Integer.class)
                .single();
        List<Unit> rows = jdbc.sql("select * " + where + " and number > :after order by number limit :limit")
                .params(parameters)
                .param("kind", kind)
                .query(Units::read)
                .list();
        return Connection.of(page, rows, Unit::number).counted(total);
    }

    UUID insert(UnitKind kind, UUID parent, String name, @Nullable String nameEn, @Nullable Long facility) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into unit (id, kind, parent_id, name, name_en, facility_id, created_at)
                values (:id, :kind, :parent, :name, :nameEn, :facility, :now)""")
                .param("id", id)
                .param("kind", kind.name())
                .param("parent", parent)
                .param("name", name)
                .param("nameEn", nameEn)
                .param("facility", facility)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    void rename(UUID id, String name, @Nullable String nameEn) {
        jdbc.sql("update unit set name = ?, name_en = ? where id = ?").param(name).param(nameEn).param(id).update();
    }

    void close(UUID id) {
        jdbc.sql("update unit set closed_at = ? where id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .update();
    }

    /// Holds the unit as it is until the transaction ends: nothing is put into it while it closes.
    Optional<Unit> findLocked(UUID id) {
        return jdbc.sql("select * from unit where id = ? for update").param(id).query(Units::read).optional();
    }

    boolean hasOpenChildren(UUID id) {
        return jdbc.sql("select exists (select from unit where parent_id = ? and closed_at is null)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static Unit read(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Unit(row.getObject("id", UUID.class), row.getLong("number"), UnitKind.valueOf(row.getString("kind")),
                row.getString("name"), row.getString("name_en"), row.getObject("parent_id", UUID.class),
                row.getObject("facility_id", Long.class), row.getTimestamp("created_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
