package cn.jinlin.api.booking.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.ScheduleLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The record of schedules.
@Repository
class Schedules {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Schedules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return those there are, in no order
    List<Schedule> list(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from schedule where id = any(?)")
                        .param(ids.toArray(Long[]::new))
                        .query(this::read)
                        .list();
    }

    /// Keeps others from changing the schedule, and its slots from being made, until the transaction ends.
    Optional<Schedule> findLocked(long id) {
        return jdbc.sql("select * from schedule where id = ? for update").param(id).query(this::read).optional();
    }

    /// All of a facility, closed ones too, by service and resource; at most so many.
    List<Schedule> listOf(long facility, int atMost) {
        return jdbc.sql(
                "select * from schedule where facility_id = ? order by state = 'CLOSED', service_id, resource limit ?")
                .param(facility)
                .param(atMost)
                .query(this::read)
                .list();
    }

    /// Those that are not closed, of one service or of one counter, room or person.
    List<Schedule> listOpen(long service) {
        return jdbc.sql("select * from schedule where service_id = ? and state <> 'CLOSED' order by id")
                .param(service)
                .query(this::read)
                .list();
    }

    List<Schedule> listOpen(long facility, String resource) {
        return jdbc.sql("""
                select * from schedule where facility_id = ? and resource = ? and state <> 'CLOSED' order by id""")
                .param(facility)
                .param(resource)
                .query(this::read)
                .list();
    }

    Optional<Schedule> find(long service, long facility, String resource) {
        return jdbc.sql("select * from schedule where service_id = ? and facility_id = ? and resource = ?")
                .param(service)
                .param(facility)
                .param(resource)
                .query(this::read)
                .optional();
    }

    long insert(Schedule wanted) {
        return of(wanted, jdbc.sql("""
                insert into schedule (service_id, facility_id, resource, resource_en, lines, holiday_policy, duration_minutes,
                    buffer_minutes, capacity, room_phone, room_walk_in, room_priority, flow_back_minutes, lead_minutes,
                    horizon_days, release_days, release_at, state)
                values (:service, :facility, :resource, :resourceEn, :lines::jsonb, :policy, :duration, :buffer, :capacity,
                    :phone, :walkIn, :priority, :flowBack, :lead, :horizon, :releaseDays, :releaseAt, :state)
                returning id""")).query((row, _) -> row.getLong(1)).single();
    }

    /// The version grows by one.
    void update(Schedule wanted) {
        of(wanted, jdbc.sql("""
                update schedule set resource = :resource, resource_en = :resourceEn, lines = :lines::jsonb,
                    holiday_policy = :policy, duration_minutes = :duration, buffer_minutes = :buffer, capacity = :capacity,
                    room_phone = :phone, room_walk_in = :walkIn, room_priority = :priority, flow_back_minutes = :flowBack,
                    lead_minutes = :lead, horizon_days = :horizon, release_days = :releaseDays, release_at = :releaseAt,
                    state = :state, version = version + 1
                 where id = :id and service_id = :service and facility_id = :facility""")).param("id", wanted.id())
                .update();
    }

    private StatementSpec of(Schedule wanted, StatementSpec statement) {
        return statement.param("service", wanted.serviceId())
                .param("facility", wanted.facilityId())
                .param("resource", wanted.resource())
                .param("resourceEn", wanted.resourceEn(), Types.VARCHAR)
                .param("lines", json.writeValueAsString(wanted.lines()))
                .param("policy", wanted.holidayPolicy().name())
                .param("duration", wanted.durationMinutes())
                .param("buffer", wanted.bufferMinutes())
                .param("capacity", wanted.capacity())
                .param("phone", wanted.roomPhone())
                .param("walkIn", wanted.roomWalkIn())
                .param("priority", wanted.roomPriority())
                .param("flowBack", wanted.flowBackMinutes())
                .param("lead", wanted.leadMinutes())
                .param("horizon", wanted.horizonDays())
                .param("releaseDays", wanted.releaseDays())
                .param("releaseAt", wanted.releaseAt())
                .param("state", wanted.state().name());
    }

    void put(long schedule, ExceptionDay exception) {
        jdbc.sql("""
                insert into schedule_exception (schedule_id, date, periods, note)
                values (:schedule, :date, :periods::jsonb, :note)
                on conflict (schedule_id, date) do update set periods = excluded.periods, note = excluded.note""")
                .param("schedule", schedule)
                .param("date", exception.date())
                .param("periods", json.writeValueAsString(exception.periods()))
                .param("note", exception.note(), Types.VARCHAR)
                .update();
    }

    void removeException(long schedule, LocalDate date) {
        jdbc.sql("delete from schedule_exception where schedule_id = ? and date = ?")
                .param(schedule)
                .param(date)
                .update();
    }

    /// @param facilities empty for all
    List<Schedule> listPublished(long service, Collection<Long> facilities) {
        return jdbc.sql("""
                select * from schedule
                 where service_id = :service and state = 'PUBLISHED' and (:everywhere or facility_id = any(:facilities))
                 order by facility_id, resource""")
                .param("service", service)
                .param("everywhere", facilities.isEmpty())
                .param("facilities", facilities.toArray(Long[]::new))
                .query(this::read)
                .list();
    }

    List<Long> listFacilities(long service, int atMost) {
        return listFacilities(List.of(service), atMost).getOrDefault(service, List.of());
    }

    /// Facilities in service that have a published schedule of each, by name, at most so many of each.
    Map<Long, List<Long>> listFacilities(Collection<Long> services, int atMost) {
        Map<Long, List<Long>> found = new HashMap<>();
        jdbc.sql("""
                select b.id as service, f.id as facility from unnest(:services::bigint[]) as b (id)
                 cross join lateral (
                     select f.id, f.name from facility f
                      where f.in_service and f.id in (
                          select s.facility_id from schedule s where s.service_id = b.id and s.state = 'PUBLISHED')
                      order by f.name, f.id limit :most) f
                 order by b.id, f.name, f.id""")
                .param("services", services.toArray(Long[]::new))
                .param("most", atMost)
                .query((row, _) -> Map.entry(row.getLong("service"), row.getLong("facility")))
                .list()
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
        return found;
    }

    Schedule read(ResultSet row, int number) throws SQLException {
        return new Schedule(row.getLong("id"), row.getLong("service_id"), row.getLong("facility_id"),
                row.getString("resource"), row.getString("resource_en"),
                List.of(json.readValue(row.getString("lines"), ScheduleLine[].class)),
                HolidayPolicy.valueOf(row.getString("holiday_policy")), row.getInt("duration_minutes"),
                row.getInt("buffer_minutes"), row.getInt("capacity"), row.getInt("room_phone"),
                row.getInt("room_walk_in"), row.getInt("room_priority"), row.getInt("flow_back_minutes"),
                row.getInt("lead_minutes"), row.getInt("horizon_days"), row.getInt("release_days"),
                row.getObject("release_at", LocalTime.class), Schedule.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
