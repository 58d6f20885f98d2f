package cn.jinlin.api.account.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.rights.DataExport.State;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Copies asked for. What is in them lies encrypted, and is gone once taken.
@Repository
class DataExports {

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final int MOST_SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SealedColumn json;
    private final SealedColumn html;

    DataExports(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = new SealedColumn(cipher, "data_export.json");
        this.html = new SealedColumn(cipher, "data_export.html");
    }

    /// The one that is under way or waits to be taken; a new one where there is none.
    DataExport open(UUID resident, String language) {
        jdbc.sql("""
                insert into data_export (id, resident_id, language, state, requested_at)
                values (:id, :resident, :language, 'REQUESTED', :now)
                on conflict (resident_id) where state in ('REQUESTED', 'READY') do nothing""")
                .param("id", UUID.randomUUID())
                .param("resident", resident)
                .param("language", language)
                .param("now", now())
                .update();
        return jdbc.sql("select * from data_export where resident_id = ? and state in ('REQUESTED', 'READY')")
                .param(resident)
                .query(DataExports::read)
                .single();
    }

    int countToday(UUID resident) {
        return jdbc.sql("select count(*) from data_export where resident_id = ? and requested_at > ?")
                .param(resident)
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
    }

    List<DataExport> listLately(UUID resident) {
        return jdbc
                .sql("""
                select * from data_export where resident_id = ? and requested_at > ? order by requested_at desc, id limit ?""")
                .param(resident)
                .param(Timestamp.from(clock.instant().minus(SHOWN)))
                .param(MOST_SHOWN)
                .query(DataExports::read)
                .list();
    }

    /// Takes the copy of its owner and leaves nothing. Of two at once, one gets it.
    Optional<DataCopy> take(UUID id, UUID resident) {
        return jdbc.sql("""
                with ready as (select id, json_cipher, html_cipher from data_export
                                where id = :id and resident_id = :resident and state = 'READY' and expires_at > :now for update)
                update data_export e set state = 'TAKEN', json_cipher = null, html_cipher = null
                  from ready where e.id = ready.id returning ready.json_cipher, ready.html_cipher""")
                .param("id", id)
                .param("resident", resident)
                .param("now", now())
                .query((row, _) -> new DataCopy(json.open(id, row.getBytes(1)).orElseThrow(),
                        html.open(id, row.getBytes(2)).orElseThrow()))
                .optional();
    }

    /// The next copy to make. Nobody else takes it for the lease.
    Optional<DataExport> claim(Duration lease, int attempts) {
        return jdbc.sql("""
                with next as (select id from data_export where state = 'REQUESTED' and attempts < :attempts
                                 and (claimed_until is null or claimed_until < :now)
                               order by requested_at limit 1 for update skip locked)
                update data_export e set claimed_until = :until, attempts = attempts + 1 from next where e.id = next.id
                returning e.*""")
                .param("attempts", attempts)
                .param("now", now())
                .param("until", Timestamp.from(clock.instant().plus(lease)))
                .query(DataExports::read)
                .optional();
    }

    void finish(UUID id, DataCopy copy, Duration kept) {
        jdbc.sql("""
                update data_export set state = 'READY', json_cipher = :json, html_cipher = :html, expires_at = :expires
                 where id = :id and state = 'REQUESTED'""")
                .param("json", json.seal(id, copy.json()))
                .param("html", html.seal(id, copy.html()))
                .param("expires", Timestamp.from(clock.instant().plus(kept)))
                .param("id", id)
                .update();
    }

    /// Drops what nobody took in time, and gives up what could not be made.
    int expire(int attempts) {
        return jdbc.sql("""
                update data_export set state = 'EXPIRED', json_cipher = null, html_cipher = null
                 where state = 'READY' and expires_at <= :now""").param("now", now()).update() + jdbc.sql("""
                update data_export set state = 'FAILED'
                 where state = 'REQUESTED' and attempts >= :attempts and claimed_until < :now""")
                .param("attempts", attempts)
                .param("now", now())
                .update();
    }

    int deleteAll(UUID resident) {
        return jdbc.sql("delete from data_export where resident_id = ?").param(resident).update();
    }

    int deleteOlderThan(Duration age) {
        return jdbc.sql("delete from data_export where requested_at < ? and state not in ('REQUESTED', 'READY')")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static DataExport read(ResultSet row, int number) throws SQLException {
        Timestamp expires = row.getTimestamp("expires_at");
        Instant expiresAt = expires == null ? null : expires.toInstant();
        return new DataExport(row.getObject("id", UUID.class), row.getObject("resident_id", UUID.class),
                row.getString("language"), State.valueOf(row.getString("state")),
                row.getTimestamp("requested_at").toInstant(), expiresAt);
    }
}
