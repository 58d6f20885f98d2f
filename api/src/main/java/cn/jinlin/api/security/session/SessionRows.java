package cn.jinlin.api.security.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions in the record, and the hashes of their refresh tokens.
@Repository
class SessionRows {

    /// Nobody has more devices; the one longest unused gives way.
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final IssuerSettings.Tokens tokens;

    SessionRows(JdbcClient jdbc, IssuerSettings settings) {
        this.jdbc = jdbc;
        this.tokens = settings.tokens();
    }

    /// A session as the renewal of its token needs it.
    ///
    /// @param isCurrent whether the token shown is the one given last
    /// @param isPrevious whether it is the one that was given for
    /// @param salt what the current one was made of the previous one with
    /// @param sinceRotation seconds since the current one was given
    /// @param isOpen false when the session ended, or was not used for too long
    /// @param signedInAt when the session began
    record Renewable(UUID id, Subject subject, String client, boolean isSameDevice, boolean isCurrent,
            boolean isPrevious, @Nullable String salt, double sinceRotation, boolean isOpen, Instant signedInAt) {}

    /// What is remembered of the sign-ins of somebody; two months of silence are forgotten.
    ///
    /// @param isEmpty whether there were none
    /// @param hasDevice whether one was from that client on such a device
    record Past(boolean isEmpty, boolean hasDevice) {}

    Past past(Subject subject, String client, String device) {
        return jdbc.sql("""
                select count(*) = 0 is_empty, coalesce(bool_or(client = :client and device = :device), false) has_device
                from session where subject = :subject""")
                .param("client", client)
                .param("device", device)
                .param("subject", subject.toString())
                .query((row, _) -> new Past(row.getBoolean("is_empty"), row.getBoolean("has_device")))
                .single();
    }

    void insert(OpenSession opened, String client, String device, String address) {
        jdbc.sql("""
                with opened as (
                    insert into session (id, subject, client, device, address, device_hash, refresh_hash)
                    values (:id, :subject, :client, :device, :address, :deviceHash, :refreshHash) returning id)
                insert into refresh_token (hash, session_id) select :refreshHash, id from opened""")
                .param("id", opened.id())
                .param("subject", opened.subject().toString())
                .param("client", client)
                .param("device", device)
                .param("address", address)
                .param("deviceHash", Secrets.hash(opened.deviceSecret()))
                .param("refreshHash", Secrets.hash(opened.refreshToken()))
                .update();
    }

    /// The session that the refresh token was given in, locked until the transaction ends.
    Optional<Renewable> findByToken(String token, String deviceSecret) {
        return jdbc.sql("""
                select s.id, s.subject, s.client, s.salt, s.created_at, s.device_hash = :device is_same_device,
                    s.refresh_hash = t.hash is_current, coalesce(s.previous_hash = t.hash, false) is_previous,
                    extract(epoch from clock_timestamp() - s.rotated_at) since_rotation,
                    s.ended_at is null and s.last_seen_at > now() - make_interval(secs => :idle)
                    and s.created_at > now() - make_interval(secs => :life) is_open
                from session s join refresh_token t on t.session_id = s.id where t.hash = :hash for update of s""")
                .param("hash", Secrets.hash(token))
                .param("device", Secrets.hash(deviceSecret))
                .param("idle", tokens.idle().toSeconds())
                .param("life", tokens.session().toSeconds())
                .query((row, _) -> new Renewable(row.getObject("id", UUID.class),
                        Subject.parse(row.getString("subject")), row.getString("client"),
                        row.getBoolean("is_same_device"), row.getBoolean("is_current"), row.getBoolean("is_previous"),
                        row.getString("salt"), row.getDouble("since_rotation"), row.getBoolean("is_open"),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    void rotate(UUID id, String previous, String salt, String next) {
        jdbc.sql("""
                with rotated as (
                    update session set previous_hash = :previous, salt = :salt, refresh_hash = :next,
                        rotated_at = clock_timestamp(), last_seen_at = clock_timestamp() where id = :id returning id)
                insert into refresh_token (hash, session_id) select :next, id from rotated""")
                .param("id", id)
                .param("previous", Secrets.hash(previous))
                .param("salt", salt)
                .param("next", Secrets.hash(next))
                .update();
    }

    boolean end(UUID id, Ending why) {
        return end("id = ?", id, why) > 0;
    }

    int endAll(Subject subject, Ending why) {
        return end("subject = ?", subject.toString(), why);
    }

    void endBeyondMost(Subject subject) {
        end("""
                id in (select id from session where subject = ? and ended_at is null
                order by last_seen_at desc, id offset %d)""".formatted(MOST), subject.toString(), Ending.TOO_MANY);
    }

    private int end(String which, Object parameter, Ending why) {
        return jdbc.sql("""
                update session set ended_at = clock_timestamp(), ended_in = pg_current_xact_id(), ended_why = ?
                where ended_at is null and\s""" + which)
                .param(why.name())
                .param(parameter)
                .update();
    }

    List<Session> listOpen(Subject subject) {
        return jdbc.sql("""
                select * from session where subject = :subject and ended_at is null
                and last_seen_at > now() - make_interval(secs => :idle)
                and created_at > now() - make_interval(secs => :life)
                order by last_seen_at desc, id limit :most""")
                .param("subject", subject.toString())
                .param("idle", tokens.idle().toSeconds())
                .param("life", tokens.session().toSeconds())
                .param("most", MOST)
                .query(SessionRows::read)
                .list();
    }

    Optional<Session> find(UUID id) {
        return jdbc.sql("select * from session where id = ?").param(id).query(SessionRows::read).optional();
    }

    /// Drops what nobody can show any more: sessions long over, and tokens older than an unused session lives.
    void forgetOld() {
        jdbc.sql("""
                delete from session where last_seen_at < now() - 2 * make_interval(secs => ?)""")
                .param(tokens.idle().toSeconds())
                .update();
        jdbc.sql("""
                delete from refresh_token t using session s where s.id = t.session_id and t.hash <> s.refresh_hash
                and t.hash is distinct from s.previous_hash and t.given_at < now() - make_interval(secs => ?)""")
                .param(tokens.idle().toSeconds())
                .update();
    }

    private static Session read(ResultSet row, int number) throws SQLException {
        return new Session(row.getObject("id", UUID.class), Subject.parse(row.getString("subject")),
                row.getString("client"), row.getString("device"), row.getString("address"),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("last_seen_at").toInstant());
    }
}
