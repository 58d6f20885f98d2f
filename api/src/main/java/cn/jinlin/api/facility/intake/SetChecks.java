package cn.jinlin.api.facility.intake;

import java.util.Objects;

import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.Finding;
import cn.jinlin.api.facility.intake.report.Findings;
import org.springframework.jdbc.core.JdbcTemplate;

/// What can only be seen of all rows together.
final class SetChecks {

    /// So many different addresses on one point were not measured there: it is where a geocoder puts what it cannot
    /// find.
    private static final int SHARED = 5;
    private static final int FETCH = 500;

    private final JdbcTemplate jdbc;
    private final Findings findings;

    SetChecks(JdbcTemplate jdbc, Findings findings) {
        // A template of its own: only in a transaction and with a fetch size does the driver stream what it finds.
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.findings = findings;
    }

    /// Makes one row of those that tell of the same facility, with the services of all.
    void mergeRepeatedIds() {
        jdbc.update(
                """
                update intake_row r set services = (
                    select coalesce(jsonb_agg(distinct service), '[]')
                    from intake_row o, jsonb_array_elements(o.services) as service where o.external_id = r.external_id)
                where r.external_id in (select external_id from intake_row group by external_id having count(*) > 1)""");
        jdbc.update("""
                delete from intake_row r using (select external_id, min(record) as first from intake_row group by external_id) f
                where f.external_id = r.external_id and r.record > f.first""");
    }

    /// Two rows of one id that the file gave: only the first stays. Two of one id that we made: told apart by number,
    /// for they may well be two facilities; they are told as names at one place.
    ///
    /// @return how many were taken out
    long dropRepeatedIds() {
        jdbc.update("""
                update intake_row r set external_id = external_id || '-' || n.nth
                from (select record, row_number() over (partition by external_id order by record) as nth
                      from intake_row where derived) n
                where n.record = r.record and n.nth > 1""");
        long[] dropped = {0};
        jdbc.query("""
                select line, record, external_id, first from (
                    select line, record, external_id, first_value(line) over (partition by external_id order by record) as first,
                           row_number() over (partition by external_id order by record) as nth
                    from intake_row where not derived) r
                where nth > 1 order by record""", row -> {
            dropped[0]++;
            findings.add(Finding.of(row.getLong("line"), row.getLong("record"), Code.DUPLICATE_ID, "id",
                    row.getString("external_id"), row.getLong("first")));
        });
        if (dropped[0] > 0) {
            jdbc.update("""
                    delete from intake_row r using (
                        select record, row_number() over (partition by external_id order by record) as nth
                        from intake_row where not derived) n
                    where n.record = r.record and n.nth > 1""");
        }
        return dropped[0];
    }

    void flagSharedPoints() {
        jdbc.query("""
                select r.line, r.record, r.lat, r.lon, p.addresses from intake_row r
                join (select lat, lon, count(distinct coalesce(nullif(address, ''), name)) as addresses from intake_row where lat is not null
                      group by lat, lon having count(distinct coalesce(nullif(address, ''), name)) >= ?) p on p.lat = r.lat and p.lon = r.lon
                order by r.record""",
                row -> {
                    findings.add(Finding.of(row.getLong("line"), row.getLong("record"), Code.SHARED_POINT, "lat",
                            row.getDouble("lat") + ", " + row.getDouble("lon"), row.getLong("addresses")));
                }, SHARED);
    }

    /// One place is some ten metres wide, or one address where there are no coordinates.
    void flagNamesAtOnePlace(String source) {
        jdbc.query("""
                with place as (
                    select line, record, external_id, name, coalesce(round(lat * 10000) || ',' || round(lon * 10000), address) as at
                    from intake_row),
                twice as (
                    select line, record, name, first_value(line) over (partition by name, at order by record) as first,
                           row_number() over (partition by name, at order by record) as nth
                    from place)
                select line, record, name, first from twice where nth > 1 order by record""", row -> {
            findings.add(Finding.of(row.getLong("line"), row.getLong("record"), Code.DUPLICATE_NAME_AT_PLACE, "name",
                    row.getString("name"), row.getLong("first")));
        });
        jdbc.query("""
                select r.line, r.record, r.name from intake_row r
                where r.facility_id is null and exists (
                    select 1 from facility f
                    where f.name = r.name and f.in_service and f.source <> ?
                      and coalesce(round(f.lat * 10000) || ',' || round(f.lon * 10000), f.address)
                          = coalesce(round(r.lat * 10000) || ',' || round(r.lon * 10000), r.address))
                order by r.record""", row -> {
            findings.add(Finding.of(row.getLong("line"), row.getLong("record"), Code.DUPLICATE_NAME_AT_PLACE, "name",
                    row.getString("name"), 0));
        }, source);
    }
}
