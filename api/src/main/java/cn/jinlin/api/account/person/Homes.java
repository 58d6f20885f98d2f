package cn.jinlin.api.account.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Homes as they lie encrypted, at most one for each resident.
@Repository
class Homes {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SealedColumn address;
    private final SealedColumn location;
    private final SealedColumn neighbourhood;

    Homes(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.address = new SealedColumn(cipher, "person_home.address");
        this.location = new SealedColumn(cipher, "person_home.location");
        this.neighbourhood = new SealedColumn(cipher, "person_home.neighbourhood");
    }

    Optional<Home> find(UUID resident) {
        return jdbc.sql("select * from person_home where resident_id = ?")
                .param(resident)
                .query((row, _) -> read(resident, row))
                .optional();
    }

    void save(UUID resident, Home home) {
        jdbc.sql("""
                insert into person_home (resident_id, address_cipher, location_cipher, neighbourhood_cipher, changed_at)
                values (:resident, :address, :location, :neighbourhood, :now)
                on conflict (resident_id) do update set address_cipher = excluded.address_cipher,
                    location_cipher = excluded.location_cipher, neighbourhood_cipher = excluded.neighbourhood_cipher,
                    changed_at = excluded.changed_at""")
                .param("resident", resident)
                .param("address", address.seal(resident, home.address()))
                .param("location", location.sealAny(resident, text(home.location())))
                .param("neighbourhood", neighbourhood.sealAny(resident, home.neighbourhood()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    int delete(UUID resident) {
        return jdbc.sql("delete from person_home where resident_id = ?").param(resident).update();
    }

    private Home read(UUID resident, ResultSet row) throws SQLException {
        return new Home(address.open(resident, row.getBytes("address_cipher")).orElseThrow(),
                location.open(resident, row.getBytes("location_cipher")).map(Homes::point).orElse(null),
                neighbourhood.open(resident, row.getBytes("neighbourhood_cipher")).orElse(null));
    }

    private static @Nullable String text(@Nullable GeoPoint point) {
        return point == null ? null : point.lat() + "," + point.lon();
    }

    private static GeoPoint point(String text) {
        int comma = text.indexOf(',');
        return new GeoPoint(Double.parseDouble(text.substring(0, comma)),
                Double.parseDouble(text.substring(comma + 1)));
    }
}
