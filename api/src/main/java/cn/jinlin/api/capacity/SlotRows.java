package cn.jinlin.api.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import cn.jinlin.api.capacity.SlotRecord.Rooms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Slots as they are on record.
@Repository
class SlotRows {

    private final JdbcClient jdbc;

    SlotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SlotRecord> find(long slot) {
        return jdbc.sql("select * from slot where id = ?").param(slot).query(SlotRows::read).optional();
    }

    List<SlotRecord> list(Collection<Long> slots) {
        return jdbc.sql("select * from slot where id = any(?)")
                .param(slots.toArray(Long[]::new))
                .query(SlotRows::read)
                .list();
    }

    List<SlotRecord> list(Collection<Long> series, Instant from, Instant to) {
        return jdbc.sql("""
                select * from slot where series_id = any(:series) and starts_at >= :from and starts_at < :to
                order by starts_at, id""")
                .param("series", series.toArray(Long[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(SlotRows::read)
                .list();
    }

    /// Keeps everybody else from changing them until the transaction ends. In the order of their ids, so that whoever
    /// needs several never waits for somebody who waits for them.
    void lock(Collection<Long> slots) {
        jdbc.sql("select id from slot where id = any(?) order by id for update")
                .param(slots.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /// @return false when somebody else has it
    boolean lockIfFree(long slot) {
        return jdbc.sql("select id from slot where id = ? for update skip locked")
                .param(slot)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    int add(List<NewSlot> slots) {
        return jdbc.sql("""
                insert into slot (series_id, starts_at, ends_at, releases_at, closes_at, flows_back_at, capacity, room_online,
                                  room_phone, room_walk_in, room_priority)
                select * from unnest(:series::bigint[], :starts::text[]::timestamptz[], :ends::text[]::timestamptz[],
                                     :releases::text[]::timestamptz[], :closes::text[]::timestamptz[],
                                     :flows::text[]::timestamptz[], :capacity::int[], :online::int[], :phone::int[],
                                     :walkIn::int[], :priority::int[])
                on conflict (series_id, starts_at) do nothing""")
                .param("series", slots.stream().map(NewSlot::series).toArray(Long[]::new))
                .param("starts", texts(slots.stream().map(NewSlot::startsAt).toList()))
                .param("ends", texts(slots.stream().map(NewSlot::endsAt).toList()))
                .param("releases", texts(slots.stream().map(NewSlot::releasesAt).toList()))
                .param("closes", texts(slots.stream().map(NewSlot::closesAt).toList()))
                .param("flows", texts(slots.stream().map(NewSlot::flowsBackAt).toList()))
                .param("capacity", slots.stream().map(NewSlot::capacity).toArray(Integer[]::new))
                .param("online", slots.stream().map(NewSlot::online).toArray(Integer[]::new))
                .param("phone", slots.stream().map(NewSlot::phone).toArray(Integer[]::new))
                .param("walkIn", slots.stream().map(NewSlot::walkIn).toArray(Integer[]::new))
                .param("priority", slots.stream().map(NewSlot::priority).toArray(Integer[]::new))
                .update();
    }

    void open(long slot, boolean open) {
        jdbc.sql("update slot set open = ? where id = ?").param(open).param(slot).update();
    }

    boolean resize(long slot, int capacity) {
        return jdbc.sql("""
                update slot set capacity = :capacity, room_online = :capacity - room_phone - room_walk_in - room_priority
                 where id = :slot and taken <= :capacity and room_phone + room_walk_in + room_priority <= :capacity""")
                .param("slot", slot)
                .param("capacity", capacity)
                .update() == 1;
    }

    private static String[] texts(List<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }

    private static SlotRecord read(ResultSet row, int number) throws SQLException {
        return new SlotRecord(row.getLong("id"), row.getLong("series_id"), row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(), row.getTimestamp("releases_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(), row.getTimestamp("flows_back_at").toInstant(),
                row.getBoolean("open"), row.getInt("capacity"), row.getInt("taken"),
                new Rooms(row.getInt("room_online"), row.getInt("room_phone"), row.getInt("room_walk_in"),
                        row.getInt("room_priority")),
                new Rooms(row.getInt("taken_online"), row.getInt("taken_phone"), row.getInt("taken_walk_in"),
                        row.getInt("taken_priority")));
    }
}
