package cn.jinlin.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import cn.jinlin.engines.Engines;

/// What a benchmark books: a service at twenty facilities, slots, and residents who are numbers.
final class BookingData implements AutoCloseable {

    static final String SERVICE = "BENCH-1";
    static final int FACILITIES = 20;

    private static final int BATCH = 100_000;

    private final Connection connection;
    private final long service;
    private final List<Long> facilities = new ArrayList<>();

    private BookingData(Connection connection, long service) {
        this.connection = connection;
        this.service = service;
    }

    /// What was made before.
    static BookingData known(Engines engines) throws SQLException {
        Connection connection = connect(engines);
        try (PreparedStatement statement = connection
                .prepareStatement("select id from bookable_service where number = '" + SERVICE + "'");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new BookingData(connection, row.getLong(1));
        }
    }

    private static Connection connect(Engines engines) throws SQLException {
        return DriverManager.getConnection(engines.postgres().jdbcUrl(), engines.postgres().user(),
                engines.postgres().password());
    }

    BookingData(Engines engines) throws SQLException {
        connection = connect(engines);
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
        texts("select id from facility where source = 'bench'").forEach(id -> facilities.add(Long.valueOf(id)));
    }

    List<Long> facilities() {
        return facilities;
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

    /// Appointments that were served long ago, each with its claim. Indexes and foreign keys are made again afterwards, as by
    /// a restored backup: one by one they would take an hour.
    void past(long count) throws SQLException {
        Place place = place();
        run("set synchronous_commit = off");
        run("set statement_timeout = 0");
        run("set maintenance_work_mem = '512MB'");
        List<String> again = definitions();
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
        for (String definition : again) {
            run(definition);
        }
        run("vacuum (analyze) appointment, slot_claim, slot");
    }

    /// Takes away what makes rows slow to put in, and gives what makes it again. What refers to a key comes after the key.
    private List<String> definitions() throws SQLException {
        String tables = "('appointment'::regclass, 'slot_claim'::regclass)";
        List<String> foreign = texts("""
                select 'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' '
                       || pg_get_constraintdef(oid) || ' not valid' from pg_constraint
                 where contype = 'f' and (conrelid in TABLES or confrelid in TABLES)""".replace("TABLES", tables));
        List<String> keys = texts("""
                select 'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' '
                       || pg_get_constraintdef(oid) from pg_constraint
                 where contype in ('p', 'u', 'x') and conrelid in TABLES order by contype <> 'p'"""
                .replace("TABLES", tables));
        List<String> indexes = texts(
                """
                select pg_get_indexdef(indexrelid) from pg_index where indrelid in TABLES
                   and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))"""
                        .replace("TABLES", tables));
        List<String> drops = new ArrayList<>(texts("""
                select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname) from pg_constraint
                 where contype in ('f', 'p', 'u', 'x') and (conrelid in TABLES or contype = 'f' and confrelid in TABLES)
                 order by contype <> 'f'""".replace("TABLES", tables)));
        drops.addAll(
                texts("""
                select 'drop index ' || indexrelid::regclass from pg_index where indrelid in TABLES
                   and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))"""
                        .replace("TABLES", tables)));
        for (String drop : drops) {
            run(drop);
        }
        return Stream.of(keys, indexes, foreign).flatMap(List::stream).toList();
    }

    private List<String> texts(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    /// The service sees slots without bounds from now on.
    void dropBounds() throws SQLException {
        run("alter table slot drop constraint slot_never_oversold");
        run("alter table slot rename to guarded_slot");
        run("""
                create view slot as select id, series_id, starts_at, ends_at, releases_at, closes_at, open,
                       capacity + 1000 as capacity, taken, room_online + 1000 as room_online, room_phone, room_walk_in,
                       room_priority, taken_online, taken_phone, taken_walk_in, taken_priority, flows_back_at
                  from guarded_slot""");
    }

    /// Waits until everybody was told of what they booked, two minutes at most.
    void awaitAllTold() throws SQLException, InterruptedException {
        for (int tries = 0; tries < 600
                && number("select count(*) from appointment_news where attempts < 5") > 0; tries++) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
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
