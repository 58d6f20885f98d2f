package cn.jinlin.api.booking.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counters of all facilities.
@Repository
class Counters {

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Counter> list(long facility) {
        return jdbc.sql("select * from desk_counter where facility_id = ? order by ordinal")
                .param(facility)
                .query(Counters::read)
                .list();
    }

    Optional<Counter> find(long facility, UUID id) {
        return jdbc.sql("select * from desk_counter where id = ? and facility_id = ?")
                .param(id)
                .param(facility)
                .query(Counters::read)
                .optional();
    }

    /// Opens the counter of that name, or makes it. The caller holds the facility's line.
    Counter open(long facility, LocalDate day, String name, @Nullable String nameEn, List<Long> services) {
        return jdbc.sql("""
                insert into desk_counter as present (id, facility_id, ordinal, name, name_en, services, open_on)
                select :id, :facility, coalesce(max(ordinal), 0) + 1, :name, :nameEn, :services, :day
                  from desk_counter where facility_id = :facility
                on conflict (facility_id, name) do update set name_en = coalesce(excluded.name_en, present.name_en),
                    services = excluded.services, open_on = excluded.open_on
                returning *""")
                .param("id", UUID.randomUUID())
                .param("facility", facility)
                .param("day", day)
                .param("name", name)
                .param("nameEn", nameEn)
                .param("services", services.toArray(Long[]::new))
                .query(Counters::read)
                .single();
    }

    void close(UUID id) {
        jdbc.sql("update desk_counter set open_on = null where id = ?").param(id).update();
    }

    private static Counter read(ResultSet row, int number) throws SQLException {
        Array services = row.getArray("services");
        return new Counter(row.getObject("id", UUID.class), row.getLong("facility_id"), row.getInt("ordinal"),
                row.getString("name"), row.getString("name_en"), List.of((Long[]) services.getArray()),
                row.getObject("open_on", LocalDate.class));
    }
}
