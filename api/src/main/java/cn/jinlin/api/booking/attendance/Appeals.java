package cn.jinlin.api.booking.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.attendance.Appeal.State;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Appeals as they lie sealed.
@Repository
class Appeals {

    private final JdbcClient jdbc;
    private final SealedColumn text;
    private final SealedColumn reason;
    private final Clock clock;

    Appeals(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.text = new SealedColumn(cipher, "attendance_appeal.text");
        this.reason = new SealedColumn(cipher, "attendance_appeal.reason");
        this.clock = clock;
    }

    /// @return false when there was one for that absence already
    boolean insert(Absence absence, UUID person, UUID actor, String words) {
        return jdbc.sql("""
                insert into attendance_appeal (id, absence_id, facility_id, person_id, actor_id, text_cipher, state,
                                               created_at)
                values (:id, :absence, :facility, :person, :actor, :text, 'OPEN', :now)
                on conflict (absence_id) do nothing""")
                .param("id", UUID.randomUUID())
                .param("absence", absence.id())
                .param("facility", absence.facility())
                .param("person", person)
                .param("actor", actor)
                .param("text", text.seal(person, words))
                .param("now", now())
                .update() == 1;
    }

    Optional<Appeal> find(UUID id) {
        return jdbc.sql("select * from attendance_appeal where id = ?").param(id).query(this::read).optional();
    }

    /// By absence.
    Map<UUID, Appeal> listOf(Collection<UUID> absences) {
        return jdbc.sql("select * from attendance_appeal where absence_id = any(?)")
                .param(absences.toArray(UUID[]::new))
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Appeal::absence, Function.identity()));
    }

    /// Where a page begins: after the appeal of that number, in the order of the list.
    ///
    /// @param open it was still to be decided
    record After(boolean open, long number) {

        private static final String TYPE = "AppealPosition";

        static After of(Appeal appeal) {
            return new After(appeal.state() == Appeal.State.OPEN, appeal.number());
        }

        /// @throws BadInput BROKEN_CURSOR
        static After read(String cursor) {
            long position = GlobalId.findNumber(TYPE, cursor)
                    .orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR"));
            return new After(position % 2 == 1, position / 2);
        }

        String write() {
            return GlobalId.of(TYPE, number * 2 + (open ? 1 : 0));
        }
    }

    /// Open ones first, the oldest leading; then the newest decided.
    ///
    /// @param facility null for all
    List<Appeal> list(@Nullable Long facility, @Nullable After after, int most) {
        return jdbc.sql("""
                select * from attendance_appeal
                where (:everywhere or facility_id = :facility)
                  and (:first or (:afterOpen and (state <> 'OPEN' or number > :number))
                       or (not :afterOpen and state <> 'OPEN' and number < :number))
                order by state <> 'OPEN', case when state = 'OPEN' then number else -number end limit :most""")
                .param("everywhere", facility == null)
                .param("facility", facility == null ? -1L : facility)
                .param("first", after == null)
                .param("afterOpen", after != null && after.open())
                .param("number", after == null ? 0L : after.number())
                .param("most", most)
                .query(this::read)
                .list();
    }

    /// @return false when it was decided already
    boolean decide(Appeal appeal, State decision, @Nullable String why, UUID staff) {
        return jdbc.sql("""
                update attendance_appeal set state = :state, decided_at = :now, decided_by = :staff, reason_cipher = :reason
                where id = :id and state = 'OPEN'""")
                .param("state", decision.name())
                .param("now", now())
                .param("staff", staff)
                .param("reason", appeal.person() == null ? null : reason.sealAny(appeal.person(), why))
                .param("id", appeal.id())
                .update() == 1;
    }

    /// What was written goes; that there was one stays, and names nobody. Open ones are over.
    int forget(UUID person) {
        jdbc.sql("update attendance_appeal set actor_id = null where actor_id = ?").param(person).update();
        return jdbc.sql("""
                update attendance_appeal set person_id = null, text_cipher = null, reason_cipher = null,
                    decided_at = coalesce(decided_at, :now), decided_by = coalesce(decided_by, :nobody),
                    state = case when state = 'OPEN' then 'REJECTED' else state end
                where person_id = :person""")
                .param("now", now())
                .param("nobody", new UUID(0, 0))
                .param("person", person)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Appeal read(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        Timestamp decided = row.getTimestamp("decided_at");
        return new Appeal(row.getObject("id", UUID.class), row.getLong("number"),
                row.getObject("absence_id", UUID.class), row.getLong("facility_id"), person,
                row.getObject("actor_id", UUID.class),
                person == null ? null : text.open(person, row.getBytes("text_cipher")).orElse(null),
                State.valueOf(row.getString("state")), row.getTimestamp("created_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                person == null ? null : reason.open(person, row.getBytes("reason_cipher")).orElse(null));
    }
}
