package cn.jinlin.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import cn.jinlin.engines.Engines;

/// Looks after a storm at what is on record, and at what was told: whatever does not fit is a finding.
final class StormFindings implements AutoCloseable {

    private static final int LAPSE_SECONDS = 60;

    private final Connection connection;
    private final List<String> findings = new ArrayList<>();

    StormFindings(Engines engines) throws SQLException {
        connection = DriverManager.getConnection(engines.postgres().jdbcUrl(), engines.postgres().user(),
                engines.postgres().password());
    }

    /// @param slots the slots of the storm, whose capacity is what they were made with
    List<String> look(List<Long> slots, int capacity, Collection<StormResident> residents)
            throws SQLException, InterruptedException {
        awaitLapsed();
        find("oversold: slot %s has %s places taken of " + capacity, """
                select slot_id, sum(places) from slot_claim where slot_id = any(?) and state in ('HELD', 'TAKEN')
                 group by slot_id having sum(places) > %d""".formatted(capacity), slots);
        find("counted wrongly: slot %s counts %s", """
                select s.id, s.taken || ' but has ' || coalesce(sum(c.places), 0)
                  from slot s left join slot_claim c on c.slot_id = s.id and c.state in ('HELD', 'TAKEN')
                 where s.id = any(?) group by s.id, s.taken, s.taken_online
                having s.taken <> coalesce(sum(c.places), 0) or s.taken_online <> s.taken""", slots);
        find("a hold that does not lapse: %s of %s", """
                select id, held_until from slot_claim where slot_id = any(?) and state = 'HELD'""", slots);
        find("places without an appointment: claim %s of slot %s", """
                select c.id, c.slot_id from slot_claim c where c.slot_id = any(?) and c.state = 'TAKEN'
                   and (select count(*) from appointment a where a.slot_claim = c.id and a.state = 'BOOKED') <> 1""",
                slots);
        find("an appointment without places: %s of slot %s", """
                select a.id, a.slot_id from appointment a join slot_claim c on c.id = a.slot_claim
                 where a.slot_id = any(?) and a.state = 'BOOKED' and (c.state <> 'TAKEN' or c.slot_id <> a.slot_id)""",
                slots);
        compare(slots, residents);
        return List.copyOf(findings);
    }

    private void awaitLapsed() throws SQLException, InterruptedException {
        for (int second = 0; second < LAPSE_SECONDS
                && count("select count(*) from slot_claim where state = 'HELD'") > 0; second++) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private record OnRecord(UUID person, String state, long slot) {}

    /// Each appointment that somebody was told of is on record as they were told, and nobody has another.
    private void compare(List<Long> slots, Collection<StormResident> residents) throws SQLException {
        Map<UUID, OnRecord> record = new HashMap<>();
        each("select id, person_id, state, slot_id from appointment where slot_id = any(?)", slots,
                row -> record.put(row.getObject(1, UUID.class),
                        new OnRecord(row.getObject(2, UUID.class), row.getString(3), row.getLong(4))));
        Map<UUID, OnRecord> untold = new HashMap<>(record);
        for (StormResident resident : residents) {
            for (UUID cancelled : resident.cancelled()) {
                OnRecord known = record.get(cancelled);
                untold.remove(cancelled);
                if (known == null) {
                    findings.add("lost: called off, but not on record: " + cancelled);
                } else if (!known.state().equals("CANCELLED")) {
                    findings.add("lost: called off, but on record as " + known);
                }
            }
            StormResident.Told told = resident.standing();
            if (told != null) {
                untold.remove(told.appointment());
                OnRecord known = record.get(told.appointment());
                if (!new OnRecord(resident.id(), "BOOKED", told.slot()).equals(known)) {
                    findings.add("lost: told of " + told + ", but on record " + known);
                }
            }
            if (resident.unanswered() > 0) {
                findings.add("unanswered: " + resident.unanswered() + " acts of " + resident.id());
            }
        }
        untold.forEach((id, known) -> findings.add("told nobody: " + id + " " + known));
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void find(String finding, String sql, List<Long> slots) throws SQLException {
        each(sql, slots, row -> findings.add(finding.formatted(row.getString(1), row.getString(2))));
    }

    private void each(String sql, List<Long> slots, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", slots.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private int count(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
