package cn.jinlin.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import cn.jinlin.engines.Engines;

/// What a benchmark books: a service at twenty facilities, slots, and residents who are numbers.
final class BookingData implements AutoCloseable {

    static final String SERVICE = "BENCH-1";
    static final int FACILITIES = 20;

    private static final int BATCH = 100_000;

    private final Connection connection;
    private final long service;

    BookingData(Engines engines) throws SQLException {
        connection = DriverManager.getConnection(engines.postgres().jdbcUrl(), engines.postgres().user(),
                engines.postgres().password());
        run("insert into calendar_year (year, source) select y, 'bench' from generate_series(2024, 2040) y on conflict do nothing");
        service = number("""
                insert into bookable_service (number, kind, name, person_limit, household_limit)
                values ('BENCH-1', 'COUNTER', '压力测试', 20, 40) returning id""");
        run("""
                insert into facility (source, external_id, name, category)
                select 'bench', 'bench-' || f, '事务中心 ' || f, 'GOV-A' from generate_series(1, 20) f""");
        run("""
                insert into schedule (service_id, facility_id, resource, lines, duration_minutes, capacity, horizon_days)
                select b.id, f.id, '1 号窗口', '[]', 30, 10, 40 from facility f, bookable_service b
                 where f.source = 'bench' and b.number = 'BENCH-1'""");
    }

    static UUID resident(long number) {
        return new UUID(0, number);
    }

    /// A schedule of the service, and where it is.
    record Place(long service, long series, long facility) {}

    Place place() throws SQLException {
        long series = number("select min(id) from schedule");
        return new Place(service, series, number("select facility_id from schedule where id = " + series));
    }

    /// Residents from one number to another, the last excluded.
    void residents(long from, long to) throws SQLException {
        run("insert into resident (id, created_at) select lpad(to_hex(n), 32, '0')::uuid, now() from generate_series("
                + from
                + ", " + (to - 1) + ") n");
    }

    /// Slots side by side, a month from now.
    ///
    /// @return the id of the first; the others follow it
    long slots(long series, int count, int capacity) throws SQLException {
        long first = number("select coalesce(max(id), 0) + 1 from slot");
        run("""
                insert into slot (series_id, starts_at, ends_at, releases_at, closes_at, flows_back_at, capacity, room_online)
                select %d, at, at + interval '30 minutes', now() - interval '1 day', at, at, %d, %d
                  from (select date_trunc('minute', now()) + interval '40 days' + (%d + n) * interval '1 minute' as at
                          from generate_series(1, %d) n) as times order by at"""
                .formatted(series, capacity, capacity, first, count));
        return number("select min(id) from (select id from slot order by id desc limit " + count + ") as made");
    }

    /// So many slots a day for thirty days at each of the facilities.
    void month(int aDay) throws SQLException {
        run("""
                insert into slot (series_id, starts_at, ends_at, releases_at, closes_at, flows_back_at, capacity, room_online)
                select s.id, at, at + interval '30 minutes', now() - interval '1 day', at, at, 10, 10
                  from schedule s, generate_series(0, 29) d, generate_series(1, %d) n,
                       lateral (select date_trunc('day', now(), 'Asia/Shanghai') + (d + 1) * interval '1 day'
                                       + (480 + n * 30) * interval '1 minute' as at) as times
                 order by s.id, at on conflict do nothing""".formatted(aDay));
    }

    /// Appointments that were served long ago, each with its claim.
    void past(long count) throws SQLException {
        Place place = place();
        run("set synchronous_commit = off");
        for (long from = 0; from < count; from += BATCH) {
            long to = Math.min(count, from + BATCH);
            run("""
                    insert into slot_claim (id, slot_id, pool, places, state, holder, created_at)
                    select lpad(to_hex(n), 32, 'e')::uuid, (select min(id) from slot), 'ONLINE', 1, 'TAKEN',
                           lpad(to_hex(n %% 500000), 32, 'd')::uuid, now() from generate_series(%d, %d) n"""
                    .formatted(from, to - 1));
            run("""
                    insert into appointment (id, number, service_id, schedule_id, facility_id, slot_claim, slot_id, starts_at, ends_at,
                        person_id, actor_id, channel, party, state, sequence, created_at, changed_at)
                    select lpad(to_hex(n), 32, 'e')::uuid, 'P' || n, %d, %d, %d, lpad(to_hex(n), 32, 'e')::uuid, null,
                           now() - n * interval '10 seconds' - interval '1 day', now() - n * interval '10 seconds' - interval '23 hours',
                           lpad(to_hex(n %% 500000), 32, 'd')::uuid, lpad(to_hex(n %% 500000), 32, 'd')::uuid, 'ONLINE', 1, 'SERVED', 0,
                           now(), now() from generate_series(%d, %d) n"""
                    .formatted(place.service(), place.series(), place.facility(), from, to - 1));
        }
        run("analyze appointment, slot_claim, slot");
    }

    int number(String what, long slot) throws SQLException {
        return (int) number(what.formatted(slot));
    }

    void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
