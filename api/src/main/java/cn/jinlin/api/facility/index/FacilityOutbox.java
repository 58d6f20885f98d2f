package cn.jinlin.api.facility.index;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which facilities the index has yet to hear of.
///
/// A node takes rows by leasing them: nobody else takes them for a while, and no lock is held while Elasticsearch works.
/// A row whose facility changed meanwhile has a newer version and stays.
@Repository
class FacilityOutbox {

    /// Refusals after which a row is left for a person to look at.
    static final int MOST_ATTEMPTS = 8;
    private static final int LEASE_SECONDS = 60;

    private final JdbcClient jdbc;

    FacilityOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(long facilityId, long version) {}

    List<Entry> lease(int atMost) {
        return jdbc.sql("""
                with due as (select facility_id from facility_outbox where next_at <= now() and attempts < :most
                             order by next_at limit :limit for update skip locked)
                update facility_outbox o set next_at = now() + make_interval(secs => :lease)
                  from due where o.facility_id = due.facility_id
                returning o.facility_id, o.version""")
                .param("most", MOST_ATTEMPTS)
                .param("limit", atMost)
                .param("lease", LEASE_SECONDS)
                .query(new DataClassRowMapper<>(Entry.class))
                .list();
    }

    void done(Collection<Entry> entries) {
        jdbc.sql("""
                delete from facility_outbox o using unnest(?::bigint[], ?::bigint[]) as done (facility_id, version)
                 where o.facility_id = done.facility_id and o.version = done.version""")
                .param(entries.stream().map(Entry::facilityId).toArray(Long[]::new))
                .param(entries.stream().map(Entry::version).toArray(Long[]::new))
                .update();
    }

    /// Gives leased rows back, to be taken again at once when the index can be asked.
    void giveBack(Collection<Entry> entries) {
        jdbc.sql("update facility_outbox set next_at = now() where facility_id = any(?)")
                .param(entries.stream().map(Entry::facilityId).toArray(Long[]::new))
                .update();
    }

    /// Notes a refusal; the row is tried again after 2, 4, 8 ... seconds, and given up after [#MOST_ATTEMPTS].
    void refused(long facilityId, String reason) {
        jdbc.sql("""
                update facility_outbox set attempts = attempts + 1, last_error = left(?, 1000),
                       next_at = now() + make_interval(secs => 2 ^ (attempts + 1)) where facility_id = ?""")
                .param(reason)
                .param(facilityId)
                .update();
    }

    /// Puts facilities in line again, at the version the record has.
    void enqueue(Collection<Long> facilityIds) {
        jdbc.sql(
                """
                insert into facility_outbox (facility_id, version) select id, version from facility where id = any(?)
                on conflict (facility_id) do update set attempts = 0, next_at = now(), last_error = null, version = excluded.version""")
                .param(facilityIds.toArray(Long[]::new))
                .update();
    }

    IndexHealth.Backlog backlog() {
        return jdbc.sql("""
                select count(*) filter (where attempts < :most) as waiting, count(*) filter (where attempts >= :most) as given_up
                  from facility_outbox""").param("most", MOST_ATTEMPTS).query(IndexHealth.Backlog.class).single();
    }

    List<IndexHealth.DeadLetter> listGivenUp(int atMost) {
        return jdbc.sql("""
                select facility_id, coalesce(last_error, '') as reason from facility_outbox where attempts >= ? order by facility_id
                limit ?""")
                .param(MOST_ATTEMPTS)
                .param(atMost)
                .query(new DataClassRowMapper<>(IndexHealth.DeadLetter.class))
                .list();
    }
}
