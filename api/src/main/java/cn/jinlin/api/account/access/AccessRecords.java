package cn.jinlin.api.account.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every look by staff.
@Repository
class AccessRecords {

    /// What is removed in one go.
    private static final int BATCH = 10_000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final SealedColumn reason;
    private final Clock clock;

    AccessRecords(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.reason = new SealedColumn(cipher, "access_record.reason");
        this.clock = clock;
    }

    /// @param words the reason as written
    record Look(AccessAct act, @Nullable UUID resident, List<PersonalField> fields, @Nullable RevealReason kind,
            @Nullable String words) {

        static Look of(AccessAct act, @Nullable UUID resident) {
            return new Look(act, resident, List.of(), null, null);
        }
    }

    void insert(UUID staff, Duty duty, Look look) {
        jdbc.sql("""
                insert into access_record (resident_id, staff_id, unit_id, role, act, fields, reason_kind, reason_cipher, at)
                values (:resident, :staff, :unit, :role, :act, :fields, :kind, :words, :now)""")
                .param("resident", look.resident())
                .param("staff", staff)
                .param("unit", duty.unit())
                .param("role", duty.role().name())
                .param("act", look.act().name())
                .param("fields", look.fields().stream().map(Enum::name).toArray(String[]::new))
                .param("kind", look.kind() == null ? null : look.kind().name())
                .param("words", reason.sealAny(look.resident() == null ? NOBODY : look.resident(), look.words()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Looks of one kind within the last 24 hours. Whoever counts, counts alone: two looks at once do not both pass as the
    /// last that is allowed.
    int countToday(UUID staff, AccessAct act) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(staff.toString())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("select count(*) from access_record where staff_id = ? and act = ? and at > ?")
                .param(staff)
                .param(act.name())
                .param(since(Duration.ofDays(1)))
                .query(Integer.class)
                .single();
    }

    /// Whether that unit had the person at its desk lately.
    boolean hasMet(Duty duty, UUID resident, Duration lately) {
        return jdbc.sql("""
                select exists (select from access_record where resident_id = ? and unit_id is not distinct from ?
                                and act in ('FOUND_BY_PHONE', 'REGISTERED') and at > ?)""")
                .param(resident)
                .param(duty.unit())
                .param(since(lately))
                .query(Boolean.class)
                .single();
    }

    /// Newest first.
    List<AccessRecord> list(UUID resident, Connection.Request page) {
        return jdbc.sql("select * from access_record where resident_id = ? and id < ? order by id desc limit ?")
                .param(resident)
                .param(page.before())
                .param(page.limit())
                .query((row, _) -> read(resident, row))
                .list();
    }

    /// Oldest first, without end: for the copy of a person's own data.
    List<AccessRecord> listAll(UUID resident) {
        return jdbc.sql("select * from access_record where resident_id = ? order by id")
                .param(resident)
                .query((row, _) -> read(resident, row))
                .list();
    }

    /// Leaves that somebody looked, without the words, which may name the person.
    ///
    /// @return looks that stay
    int deidentify(UUID resident) {
        jdbc.sql("update access_record set reason_cipher = null where resident_id = ? and reason_cipher is not null")
                .param(resident)
                .update();
        return jdbc.sql("select count(*) from access_record where resident_id = ?")
                .param(resident)
                .query(Integer.class)
                .single();
    }

    int deleteOlderThan(Duration age) {
        return jdbc
                .sql("""
                delete from access_record where id in (select id from access_record where at < ? order by at limit ?)""")
                .param(since(age))
                .param(BATCH)
                .update();
    }

    private Timestamp since(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }

    private AccessRecord read(UUID resident, ResultSet row) throws SQLException {
        String kind = row.getString("reason_kind");
        String[] fields = (String[]) row.getArray("fields").getArray();
        return new AccessRecord(row.getLong("id"), row.getObject("unit_id", UUID.class),
                Role.valueOf(row.getString("role")), AccessAct.valueOf(row.getString("act")),
                Arrays.stream(fields).map(PersonalField::valueOf).toList(),
                kind == null ? null : RevealReason.valueOf(kind),
                reason.open(resident, row.getBytes("reason_cipher")).orElse(null), row.getTimestamp("at").toInstant());
    }
}
