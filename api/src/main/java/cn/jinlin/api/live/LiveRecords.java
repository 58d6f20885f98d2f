package cn.jinlin.api.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The events as the record has them.
@Repository
class LiveRecords {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;

    LiveRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a topic still has.
    ///
    /// @param last position of its newest event; 0 when there was none
    /// @param forgottenTo position up to which events are no longer kept
    record Extent(long last, long forgottenTo) {}

    record Written(String topic, String payload) {}

    /// The row of the topic stays locked until the transaction ends: whoever comes next gets the next position and
    /// commits later, so positions become visible in order.
    void append(Collection<Written> events) {
        for (Written event : events) {
            jdbc.sql("""
                    with moved as (
                        insert into live_topic as present (topic, last_position) values (:topic, 1)
                        on conflict (topic) do update set last_position = present.last_position + 1
                        returning topic, last_position)
                    insert into live_event (topic, position, payload)
                    select topic, last_position, :payload from moved""")
                    .param("topic", event.topic())
                    .param("payload", event.payload())
                    .update();
        }
    }

    Extent extent(String topic) {
        Optional<Extent> found = jdbc.sql("select last_position, forgotten_to from live_topic where topic = ?")
                .param(topic)
                .query((row, _) -> new Extent(row.getLong(1), row.getLong(2)))
                .optional();
        return found.orElse(new Extent(0, 0));
    }

    List<LiveEvent> list(String topic, long after, int most) {
        return jdbc.sql("""
                select topic, position, payload from live_event where topic = ? and position > ?
                order by position limit ?""")
                .param(topic)
                .param(after)
                .param(most)
                .query(LiveRecords::read)
                .list();
    }

    /// What to ask [#tell] with in order to hear of events from now on.
    String now() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text").query(String.class).single();
    }

    /// Tells of every event that was committed since, each topic's in order; of some again, because a transaction that
    /// had begun by then is still open or has only now ended.
    ///
    /// @return what to ask with the next time
    @Transactional(readOnly = true)
    public String tell(String since, Consumer<LiveEvent> listener) {
        // Before the events: what commits between the two statements is told the next time.
        String upTo = now();
        // Rows restored from another cluster may be of transactions that are yet to come here.
        jdbc.sql("""
                select topic, position, payload from live_event
                where written_in >= cast(? as xid8) and written_in < pg_snapshot_xmax(pg_current_snapshot())
                order by topic, position""")
                .param(since)
                .withFetchSize(PAGE)
                .query((RowCallbackHandler) row -> listener.accept(read(row, 0)));
        return upTo;
    }

    /// @return number of events forgotten
    @Transactional
    public int forget(Duration age) {
        return jdbc.sql("""
                with gone as (
                    delete from live_event where created_at < now() - cast(? as interval) returning topic, position),
                ends as (select topic, max(position) as position from gone group by topic),
                marked as (
                    update live_topic set forgotten_to = greatest(forgotten_to, ends.position) from ends
                    where live_topic.topic = ends.topic)
                select count(*) from gone""").param(age.toSeconds() + " seconds").query(Integer.class).single();
    }

    void forget(String topic) {
        jdbc.sql("delete from live_topic where topic = ?").param(topic).update();
    }

    private static LiveEvent read(ResultSet row, int number) throws SQLException {
        return new LiveEvent(row.getString("topic"), row.getLong("position"), row.getString("payload"));
    }
}
