package cn.jinlin.api.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import cn.jinlin.api.calendar.CalendarChanged;
import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.region.RegionsChanged;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Prepares the record for a test, and waits for what follows from it.
@TestComponent
public class Records {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Records(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /// Empties the record of facilities and regions.
    public void clear() {
        jdbc.sql("update facility set in_service = false, version = nextval('facility_version')").update();
        jdbc.sql("""
                insert into facility_outbox (facility_id, version) select id, version from facility
                on conflict (facility_id) do update set version = excluded.version, next_at = now(), attempts = 0""")
                .update();
        awaitIndexed();
        jdbc.sql("truncate facility, neighbourhood, subdistrict restart identity cascade").update();
        events.publishEvent(new RegionsChanged());
        events.publishEvent(FacilitiesChanged.many());
    }

    /// Two sub-districts with a neighbourhood.
    public void insertRegions() {
        jdbc.sql("""
                insert into subdistrict (code, name, name_en) values ('JL01', '梅园街道', 'Meiyuan Sub-district'),
                    ('JL02', '长征镇', 'Changzheng Town')""").update();
        jdbc.sql(
                "insert into neighbourhood (code, subdistrict_id, name, name_en) select 'JL01001', id, '梅园一村居委会', 'Meiyuan First Village' "
                        + "from subdistrict where code = 'JL01'")
                .update();
        events.publishEvent(new RegionsChanged());
    }

    /// The calendar of 2026 with National Day and one make-up Saturday.
    public void insertCalendar() {
        jdbc.sql("insert into calendar_year (year, source) values (2026, 'test') on conflict do nothing").update();
        jdbc.sql("""
                insert into calendar_day (date, year, name, name_en, is_off_day)
                select day::date, 2026, '国庆节', 'National Day', true from generate_series('2026-10-01'::date, '2026-10-07', '1 day') day
                union all select '2026-10-10', 2026, '国庆节', 'National Day', false on conflict do nothing""").update();
        events.publishEvent(new CalendarChanged());
    }

    /// Waits until the outbox is empty: everything committed so far can be searched.
    public void awaitIndexed() {
        await(() -> jdbc.sql("select count(*) from facility_outbox").query(Long.class).single() == 0);
    }

    /// Waits for a condition, at most half a minute.
    public static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited half a minute in vain");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
