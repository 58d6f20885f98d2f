package cn.jinlin.api.booking.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;

import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.ScheduleLine;
import org.springframework.jdbc.core.simple.JdbcClient;
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
        return jdbc.sql("""
                select f.id from facility f
                 where f.in_service and exists (
                     select from schedule s where s.facility_id = f.id and s.service_id = :service and s.state = 'PUBLISHED')
                 order by f.name, f.id limit :most""")
                .param("service", service)
                .param("most", atMost)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private Schedule read(ResultSet row, int number) throws SQLException {
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
