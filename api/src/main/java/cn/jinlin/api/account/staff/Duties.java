package cn.jinlin.api.account.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.security.DutiesOfStaff;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who holds which duty, and who stands in for whom.
@Repository
class Duties implements DutiesOfStaff {

    private static final int ADMINISTRATORS_LOCK = 621;

    private final JdbcClient jdbc;
    private final Units units;
    private final StaffMembers members;
    private final Clock clock;

    Duties(JdbcClient jdbc, Units units, StaffMembers members, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.members = members;
        this.clock = clock;
    }

    /// A delegation counts from the morning of its first day to the night after its last, while the one who holds the
    /// duty is active.
    @Override
    public Set<Duty> listDuties(UUID staff) {
        return jdbc.sql("""
                select d.role, d.unit_id from staff_duty d
                    join staff holder on holder.id = d.staff_id and holder.state = 'ACTIVE'
                    left join unit u on u.id = d.unit_id
                where d.ended_at is null and u.closed_at is null and (d.staff_id = :staff or exists (
                    select from staff_delegation g join staff stand_in on stand_in.id = g.to_staff
                    where g.duty_id = d.id and g.to_staff = :staff and stand_in.state = 'ACTIVE'
                        and g.ended_at is null and :today between g.begins and g.ends))""")
                .param("staff", staff)
                .param("today", today())
                .query((row, _) -> new Duty(Role.valueOf(row.getString("role")), row.getObject("unit_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI);
    }

    /// What these hold, and what they stand in for now or later, each by the one who does it.
    Map<UUID, List<HeldDuty>> listOf(Collection<UUID> staff) {
        if (staff.isEmpty()) {
            return Map.of();
        }
        List<HeldDuty> held = new ArrayList<>(read("d.staff_id in (:ids) and d.ended_at is null", staff));
        listDelegations("g.to_staff in (:ids)", staff).forEach(delegation -> held.add(new HeldDuty(delegation.duty(),
                delegation.to(), delegation.role(), delegation.unit(), delegation)));
        return held.stream().collect(Collectors.groupingBy(HeldDuty::staff));
    }

    /// What these delegated, now or later, each by the one who holds the duty.
    Map<UUID, List<Delegation>> listDelegatedBy(Collection<UUID> staff) {
        return staff.isEmpty()
                ? Map.of()
                : listDelegations("d.staff_id in (:ids)", staff).stream()
                        .collect(Collectors.groupingBy(Delegation::from));
    }

    /// Those who stand in for somebody, now or later.
    List<UUID> listStandIns(UUID staff) {
        return listDelegations("d.staff_id in (:ids)", Set.of(staff)).stream()
                .map(Delegation::to)
                .distinct()
                .toList();
    }

    Optional<HeldDuty> find(UUID duty) {
        return read("d.id in (:ids) and d.ended_at is null", Set.of(duty)).stream().findFirst();
    }

    List<HeldDuty> listIn(UUID unit) {
        return read("d.unit_id in (:ids) and d.ended_at is null", Set.of(unit));
    }

    Optional<Delegation> findDelegation(UUID delegation) {
        return listDelegations("g.id in (:ids)", Set.of(delegation)).stream().findFirst();
    }

    /// @return false when they hold it already
    boolean insert(UUID staff, Duty duty) {
        return jdbc.sql("""
                insert into staff_duty (id, staff_id, role, unit_id, since) values (:id, :staff, :role, :unit, :now)
                on conflict do nothing""")
                .param("id", UUID.randomUUID())
                .param("staff", staff)
                .param("role", duty.role().name())
                .param("unit", duty.unit())
                .param("now", now())
                .update() == 1;
    }

    void end(UUID duty) {
        jdbc.sql("update staff_duty set ended_at = ? where id = ? and ended_at is null")
                .param(now())
                .param(duty)
                .update();
    }

    UUID insertDelegation(UUID duty, UUID to, LocalDate begins, LocalDate ends) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into staff_delegation (id, duty_id, to_staff, begins, ends, created_at)
                values (?, ?, ?, ?, ?, ?)""").params(id, duty, to, begins, ends, now()).update();
        return id;
    }

    void endDelegation(UUID delegation) {
        jdbc.sql("update staff_delegation set ended_at = ? where id = ? and ended_at is null")
                .param(now())
                .param(delegation)
                .update();
    }

    /// Lets one change of administrators through at a time, until the transaction ends: two who remove each other at once
    /// would otherwise both succeed.
    void lockAdministrators() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(ADMINISTRATORS_LOCK).query((_, _) -> true).single();
    }

    /// Whether they hold the administrator's duty, in whatever state they are.
    boolean isAdministrator(UUID staff) {
        return jdbc
                .sql("""
                select exists (select from staff_duty where staff_id = ? and role = 'DISTRICT_ADMIN' and ended_at is null)""")
                .param(staff)
                .query(Boolean.class)
                .single();
    }

    /// How many can administer the district when this one cannot.
    int countAdministratorsBeside(UUID staff) {
        return jdbc.sql("""
                select count(*) from staff_duty d join staff s on s.id = d.staff_id
                where d.role = 'DISTRICT_ADMIN' and d.ended_at is null and s.state = 'ACTIVE' and s.id <> ?""")
                .param(staff)
                .query(Integer.class)
                .single();
    }

    private List<HeldDuty> read(String where, Collection<UUID> ids) {
        record Row(UUID id, UUID staff, Role role, @Nullable UUID unit) {}
        List<Row> rows = jdbc.sql("select d.* from staff_duty d where " + where + " order by d.since, d.id")
                .param("ids", ids)
                .query((row, _) -> new Row(row.getObject("id", UUID.class), row.getObject("staff_id", UUID.class),
                        Role.valueOf(row.getString("role")), row.getObject("unit_id", UUID.class)))
                .list();
        Map<UUID, Unit> known = units.list(rows.stream().map(Row::unit).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> new HeldDuty(row.id, row.staff, row.role, row.unit == null ? null : known.get(row.unit),
                        null))
                .toList();
    }

    private List<Delegation> listDelegations(String where, Collection<UUID> ids) {
        record Row(Delegation delegation, @Nullable UUID unit) {}
        List<Row> rows = jdbc.sql("""
                select g.id, g.duty_id, g.to_staff, g.begins, g.ends, d.role, d.unit_id, d.staff_id,
                    holder.name_cipher as from_name, stand_in.name_cipher as to_name
                from staff_delegation g join staff_duty d on d.id = g.duty_id
                    join staff holder on holder.id = d.staff_id join staff stand_in on stand_in.id = g.to_staff
                where g.ended_at is null and d.ended_at is null and g.ends >= :today and
                """ + where
                + " order by g.begins, g.id")
                .param("ids", ids)
                .param("today", today())
                .query((row, _) -> new Row(readDelegation(row), row.getObject("unit_id", UUID.class)))
                .list();
        Map<UUID, Unit> known = units.list(rows.stream().map(Row::unit).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> row.unit == null ? row.delegation : row.delegation.in(known.get(row.unit)))
                .toList();
    }

    private Delegation readDelegation(ResultSet row) throws SQLException {
        return new Delegation(row.getObject("id", UUID.class), row.getObject("duty_id", UUID.class),
                Role.valueOf(row.getString("role")), null,
                row.getObject("staff_id", UUID.class), members.name(row.getBytes("from_name")),
                row.getObject("to_staff", UUID.class), members.name(row.getBytes("to_name")),
                row.getObject("begins", LocalDate.class), row.getObject("ends", LocalDate.class));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
