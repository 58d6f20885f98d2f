package cn.jinlin.api.booking.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What counters are told after a connection was lost.
@Repository
class DeskNotices {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param arguments what the message of that code names
    record Notice(Instant at, String counterName, @Nullable String counterNameEn, String code, List<String> arguments) {

        String counterName(java.util.Locale locale) {
            return Languages.pick(locale, counterName, counterNameEn);
        }
    }

    void insert(Ticket about, UUID counter, String code, String... arguments) {
        jdbc.sql("""
                insert into desk_notice (facility_id, day, counter_id, code, arguments, at)
                values (:facility, :day, :counter, :code, :arguments, :now)""")
                .param("facility", about.facility())
                .param("day", about.day())
                .param("counter", counter)
                .param("code", code)
                .param("arguments", arguments)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Notice> list(long facility, LocalDate day) {
        return jdbc.sql("""
                select n.*, c.name, c.name_en from desk_notice n join desk_counter c on c.id = n.counter_id
                 where n.facility_id = ? and n.day = ? order by n.id desc limit ?""")
                .param(facility)
                .param(day)
                .param(MOST)
                .query((row, _) -> new Notice(row.getTimestamp("at").toInstant(), row.getString("name"),
                        row.getString("name_en"), row.getString("code"),
                        List.of((String[]) row.getArray("arguments").getArray())))
                .list();
    }
}
