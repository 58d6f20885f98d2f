package cn.jinlin.api.booking.figures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.graphql.Scalars;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Figures as they were counted.
@Repository
class FigureRows {

    private static final String GROUPS = " group by grouping sets ((), (service_id), (facility_id), (service_id, facility_id))";
    private static final String KEYS = "coalesce(service_id, 0) service, coalesce(facility_id, 0) facility, ";

    private final JdbcClient jdbc;

    FigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which figures to read.
    ///
    /// @param eachService one row for each service, or, where one is named, of that one
    record Wanted(LocalDate since, @Nullable Long service, boolean eachService, @Nullable Long facility,
            boolean eachFacility, int atMost) {}

    /// @return false when that day's count was begun before
    boolean begin(LocalDate day) {
        return jdbc.sql("insert into booking_figure_day (day) values (?) on conflict do nothing")
                .param(Date.valueOf(day))
                .update() == 1;
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from booking_figure)").query(Boolean.class).single();
    }

    /// Counts a month anew.
    ///
    /// @param until day before which appointments count
    void count(LocalDate month, LocalDate until) {
        LocalDate end = month.plusMonths(1).isBefore(until) ? month.plusMonths(1) : until;
        jdbc.sql("set local statement_timeout = '10min'").update();
        jdbc.sql("delete from booking_figure where month = ?").param(Date.valueOf(month)).update();
        jdbc.sql("with went as (select " + KEYS + """
                       count(*) booked, count(*) filter (where state = 'SERVED') served,
                       count(*) filter (where state = 'NO_SHOW') missed, count(*) filter (where state = 'CANCELLED') cancelled,
                       count(distinct person_id) people,
                       percentile_cont(0.5) within group (order by extract(epoch from starts_at - created_at)) / 3600 lead
                  from appointment where starts_at >= :from and starts_at < :to""" + GROUPS + """
                ), offered as (select\s""" + KEYS + """
                       sum(s.capacity) places, sum(s.taken) used
                  from schedule join slot s on s.series_id = schedule.id
                 where s.starts_at >= :from and s.starts_at < :to and s.open""" + GROUPS + """
                ), waited as (select\s""" + KEYS + """
                       count(*) waits, percentile_cont(0.5) within group (order by seconds) middle
                  from (select t.service_id, t.facility_id, extract(epoch from min(c.called_at) - t.drawn_at) seconds
                          from line_ticket t join line_call c on c.ticket_id = t.id
                         where t.day >= :fromDay and t.day < :toDay group by t.id) called""" + GROUPS + """
                )
                insert into booking_figure (month, service_id, facility_id, booked, served, missed, cancelled, people, places,
                                            places_used, waits, wait_seconds, lead_hours)
                select :fromDay, nullif(service, 0), nullif(facility, 0), coalesce(booked, 0), coalesce(served, 0),
                       coalesce(missed, 0), coalesce(cancelled, 0), coalesce(people, 0), coalesce(places, 0),
                       coalesce(used, 0), coalesce(waits, 0), round(middle), round(lead)
                  from went full join offered using (service, facility) full join waited using (service, facility)""")
                .param("from", Timestamp.from(month.atStartOfDay(Scalars.SHANGHAI).toInstant()))
                .param("to", Timestamp.from(end.atStartOfDay(Scalars.SHANGHAI).toInstant()))
                .param("fromDay", Date.valueOf(month))
                .param("toDay", Date.valueOf(end))
                .update();
    }

    /// The newest month first, the most booked lead.
    List<Figure> list(Wanted wanted) {
        return jdbc.sql("""
                select * from booking_figure
                 where month >= :since
                   and case when :service::bigint is not null then service_id = :service
                            else (service_id is not null) = :eachService end
                   and case when :facility::bigint is not null then facility_id = :facility
                            else (facility_id is not null) = :eachFacility end
                 order by month desc, booked desc, service_id, facility_id limit :most""")
                .param("since", Date.valueOf(wanted.since()))
                .param("service", wanted.service())
                .param("eachService", wanted.eachService())
                .param("facility", wanted.facility())
                .param("eachFacility", wanted.eachFacility())
                .param("most", wanted.atMost())
                .query(FigureRows::read)
                .list();
    }

    private static Figure read(ResultSet row, int number) throws SQLException {
        return new Figure(row.getObject("month", LocalDate.class), row.getObject("service_id", Long.class),
                row.getObject("facility_id", Long.class), row.getInt("booked"), row.getInt("served"),
                row.getInt("missed"), row.getInt("cancelled"), row.getInt("people"), row.getLong("places"),
                row.getLong("places_used"), row.getInt("waits"), row.getObject("wait_seconds", Integer.class),
                row.getObject("lead_hours", Integer.class));
    }
}
