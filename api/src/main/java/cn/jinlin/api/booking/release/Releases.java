package cn.jinlin.api.booking.release;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.booking.offer.SlotRelease;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Releases as they are on record, and the rules they follow.
@Repository
class Releases {

    private static final int SEED_BYTES = 32;

    private final JdbcClient jdbc;
    private final SealedColumn seeds;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Releases(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.seeds = new SealedColumn(cipher, "slot_release.seed");
        this.clock = clock;
    }

    Optional<Release> find(UUID id) {
        return jdbc.sql("select * from slot_release where id = ?").param(id).query(Releases::read).optional();
    }

    Optional<Release> find(long service, Instant releasesAt) {
        return jdbc.sql("select * from slot_release where service_id = ? and releases_at = ?")
                .param(service)
                .param(Timestamp.from(releasesAt))
                .query(Releases::read)
                .optional();
    }

    /// Those to come and the latest ones that went out, in order of time.
    List<Release> list(long service, Instant from, int atMost) {
        return jdbc.sql(
                "select * from slot_release where service_id = ? and releases_at >= ? order by releases_at limit ?")
                .param(service)
                .param(Timestamp.from(from))
                .param(atMost)
                .query(Releases::read)
                .list();
    }

    /// Commits to a seed for each hour at which places of the service will go out and that has none.
    void prepare(long service, SlotRelease kind) {
        jdbc.sql("""
                select distinct o.releases_at from slot o join schedule s on s.id = o.series_id
                 where s.service_id = :service and o.open and o.releases_at > :now and not exists (
                     select from slot_release r where r.service_id = :service and r.releases_at = o.releases_at)""")
                .param("service", service)
                .param("now", now())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list()
                .forEach(hour -> insert(service, kind, hour));
    }

    private void insert(long service, SlotRelease kind, Instant releasesAt) {
        UUID id = UUID.randomUUID();
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        jdbc.sql("""
                insert into slot_release (id, service_id, kind, releases_at, seed_hash, seed_cipher, created_at)
                values (:id, :service, :kind, :releasesAt, :hash, :cipher, :now) on conflict do nothing""")
                .param("id", id)
                .param("service", service)
                .param("kind", kind.name())
                .param("releasesAt", Timestamp.from(releasesAt))
                .param("hash", Draw.commitment(seed))
                .param("cipher", seeds.seal(id, HexFormat.of().formatHex(seed)))
                .param("now", now())
                .update();
    }

    /// Nobody enters while it is drawn.
    Optional<Release> findLocked(UUID id) {
        return jdbc.sql("select * from slot_release where id = ? for update")
                .param(id)
                .query(Releases::read)
                .optional();
    }

    /// Not drawn while somebody enters; any number enter at once.
    Optional<Release> findShared(UUID id) {
        return jdbc.sql("select * from slot_release where id = ? for share").param(id).query(Releases::read).optional();
    }

    /// One whose hour has come and that nobody draws meanwhile.
    Optional<Release> findDueLocked() {
        return jdbc.sql("""
                select * from slot_release where drawn_at is null and releases_at <= ?
                 order by releases_at limit 1 for update skip locked""")
                .param(now())
                .query(Releases::read)
                .optional();
    }

    /// The seed of one that is locked to be drawn.
    byte[] openSeed(Release release) {
        byte[] sealed = jdbc.sql("select seed_cipher from slot_release where id = ?")
                .param(release.id())
                .query((row, _) -> row.getBytes(1))
                .single();
        return HexFormat.of().parseHex(seeds.open(release.id(), sealed).orElseThrow());
    }

    /// @param nextAt when the next one who comes may enter
    /// @param drawn how many places were drawn
    void reveal(Release release, byte[] seed, Instant nextAt, int drawn) {
        jdbc.sql("""
                update slot_release set seed = :seed, drawn_at = :now, next_at = :nextAt, next_place = :nextPlace
                 where id = :id and drawn_at is null""")
                .param("seed", seed)
                .param("now", now())
                .param("nextAt", Timestamp.from(nextAt))
                .param("nextPlace", drawn + 1)
                .param("id", release.id())
                .update();
    }

    /// A place in the line, and when its turn is.
    record Turn(int place, Instant at) {}

    /// For one more who comes after the draw; the next stands behind.
    Turn takeTurn(Release release, Duration step) {
        return jdbc.sql("""
                update slot_release set next_at = greatest(next_at, :now) + make_interval(secs => :step),
                       next_place = next_place + 1
                 where id = :id returning next_place - 1 as place, next_at - make_interval(secs => :step) as turn""")
                .param("now", now())
                .param("step", step.toNanos() / 1e9)
                .param("id", release.id())
                .query((row, _) -> new Turn(row.getInt("place"), row.getTimestamp("turn").toInstant()))
                .single();
    }

    ReleaseRule rule(long service) {
        return jdbc
                .sql("""
                select * from release_rule where service_id = ? or service_id is null order by service_id nulls last limit 1""")
                .param(service)
                .query((row, _) -> new ReleaseRule(Duration.ofMinutes(row.getInt("room_opens")),
                        row.getInt("room_per_second"), Duration.ofMinutes(row.getInt("room_lasts")),
                        Duration.ofHours(row.getInt("lottery_hold")), Duration.ofHours(row.getInt("transfer_hours"))))
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Release read(ResultSet row, int number) throws SQLException {
        Timestamp drawn = row.getTimestamp("drawn_at");
        byte[] seed = row.getBytes("seed");
        return new Release(row.getObject("id", UUID.class), row.getLong("service_id"),
                SlotRelease.valueOf(row.getString("kind")), row.getTimestamp("releases_at").toInstant(),
                HexFormat.of().formatHex(row.getBytes("seed_hash")),
                seed == null ? null : HexFormat.of().formatHex(seed),
                drawn == null ? null : drawn.toInstant());
    }
}
