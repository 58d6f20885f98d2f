package cn.jinlin.api.booking.kept;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.account.access.ConcernsResident;
import cn.jinlin.api.account.staff.Unit;
import cn.jinlin.api.account.staff.Units;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A desk has to do with whom it expects, and today with whoever had an appointment there. Nobody's past is its business.
@Component
class DeskConcerns implements ConcernsResident {

    private static final Set<Role> AT_DESKS = Set.of(Role.FACILITY_DESK, Role.UNIT_LEADER);

    private final Units units;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    DeskConcerns(Units units, WorkingCalendar calendar, JdbcClient jdbc) {
        this.units = units;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    @Override
    public boolean concerns(Duty duty, UUID resident) {
        UUID unit = duty.unit();
        if (unit == null || !AT_DESKS.contains(duty.role())) {
            return false;
        }
        Optional<Long> facility = units.find(unit).filter(found -> !found.isClosed()).map(Unit::facility);
        return facility.isPresent() && isExpected(resident, facility.get());
    }

    private boolean isExpected(UUID resident, long facility) {
        LocalDate today = calendar.today();
        return jdbc.sql("""
                select exists (select from appointment
                                where person_id = :resident and facility_id = :facility and starts_at >= :today
                                  and (starts_at < :tomorrow or state in ('BOOKED', 'ARRIVED')))""")
                .param("resident", resident)
                .param("facility", facility)
                .param("today", start(today))
                .param("tomorrow", start(today.plusDays(1)))
                .query(Boolean.class)
                .single();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(Scalars.SHANGHAI).toInstant());
    }
}
