package cn.jinlin.api.booking.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The record of services.
@Repository
class BookableServices {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BookableServices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<BookableService> find(String number) {
        return jdbc.sql("select * from bookable_service where number = ?").param(number).query(this::read).optional();
    }

    /// @return those there are, in no order
    List<BookableService> list(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from bookable_service where id = any(?)")
                        .param(ids.toArray(Long[]::new))
                        .query(this::read)
                        .list();
    }

    private BookableService read(ResultSet row, int number) throws SQLException {
        return new BookableService(row.getLong("id"), row.getString("number"),
                ServiceKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("name_en"),
                row.getString("description"), row.getString("description_en"),
                List.of(json.readValue(row.getString("materials"), Material[].class)),
                List.of(json.readValue(row.getString("questions"), Question[].class)), row.getInt("party_limit"),
                row.getInt("person_limit"), row.getInt("household_limit"), row.getInt("change_minutes"),
                SlotRelease.valueOf(row.getString("release")), row.getBoolean("in_service"));
    }
}
