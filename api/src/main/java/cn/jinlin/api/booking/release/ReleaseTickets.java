package cn.jinlin.api.booking.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who stands in the line of a waiting room, and where.
@Repository
class ReleaseTickets {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReleaseTickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ReleaseTicket> find(UUID release, UUID resident) {
        return jdbc.sql("select * from release_ticket where release_id = ? and resident_id = ?")
                .param(release)
                .param(resident)
                .query(ReleaseTickets::read)
                .optional();
    }

    /// Whoever has one keeps it.
    void insert(UUID release, UUID resident) {
        jdbc.sql("""
                insert into release_ticket (id, release_id, resident_id, entered_at) values (?, ?, ?, ?)
                on conflict do nothing""")
                .param(UUID.randomUUID())
                .param(release)
                .param(resident)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /// One who comes after the draw stands behind all before.
    void insertLate(UUID release, UUID resident, Releases.Turn turn) {
        jdbc.sql("""
                insert into release_ticket (id, release_id, resident_id, entered_at, place, admitted_at)
                values (:id, :release, :resident, :now, :place, :admitted) on conflict do nothing""")
                .param("id", UUID.randomUUID())
                .param("release", release)
                .param("resident", resident)
                .param("now", Timestamp.from(clock.instant()))
                .param("place", turn.place())
                .param("admitted", Timestamp.from(turn.at()))
                .update();
    }

    List<Long> listUndrawn(UUID release) {
        return jdbc.sql("select number from release_ticket where release_id = ? and place is null order by number")
                .param(release)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// @param order numbers in the order drawn
    void place(List<Long> order, Release release, ReleaseRule rule) {
        Timestamp[] admitted = new Timestamp[order.size()];
        for (int i = 0; i < admitted.length; i++) {
            admitted[i] = Timestamp.from(rule.admission(release.releasesAt(), i + 1));
        }
        jdbc.sql("""
                update release_ticket t set place = d.place, admitted_at = d.admitted, drawn = true
                  from unnest(:numbers::bigint[], :admitted::timestamptz[]) with ordinality as d (number, admitted, place)
                 where t.number = d.number""")
                .param("numbers", order.toArray(Long[]::new))
                .param("admitted", admitted)
                .update();
    }

    /// A line of the published order.
    record Drawn(int place, long number) {}

    /// The order as everybody may see it: those who were there before the hour.
    ///
    /// @param after place that precedes the page
    List<Drawn> listDrawn(Release release, int after, int atMost) {
        return jdbc.sql("""
                select place, number from release_ticket
                 where release_id = :release and place > :after and drawn order by place limit :most""")
                .param("release", release.id())
                .param("after", after)
                .param("most", atMost)
                .query((row, _) -> new Drawn(row.getInt("place"), row.getLong("number")))
                .list();
    }

    private static ReleaseTicket read(ResultSet row, int number) throws SQLException {
        Timestamp admitted = row.getTimestamp("admitted_at");
        return new ReleaseTicket(row.getObject("id", UUID.class), row.getObject("release_id", UUID.class),
                row.getLong("number"), row.getObject("place", Integer.class),
                admitted == null ? null : admitted.toInstant());
    }
}
