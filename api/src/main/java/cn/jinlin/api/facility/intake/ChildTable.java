package cn.jinlin.api.facility.intake;

import java.util.List;
import java.util.Set;

import cn.jinlin.api.facility.intake.file.Field;

/// A table of things a facility has many of. The staging table holds them as a list of lists.
///
/// @param staged the staging table's column
/// @param current the same list made from the table, to compare
/// @param delete removes what goes, of facilities that differ
/// @param insert adds what comes, of facilities that differ
record ChildTable(List<Field> fields, String staged, String current, String delete, String insert) {

    static final List<ChildTable> ALL = List.of(schedules(), exceptions(), phones(), services());

    boolean isSpokenOf(Set<Field> spoken) {
        return fields.stream().anyMatch(spoken::contains);
    }

    private static ChildTable schedules() {
        return new ChildTable(List.of(Field.HOURS, Field.SCHEDULES), "schedules", """
                coalesce((select jsonb_agg(jsonb_build_array(byday, left(opens_at::text, 5), left(closes_at::text, 5), valid_from,
                                                             valid_to) order by seq)
                          from facility_schedule where facility_id = f.id), '[]')""", deleteFrom("facility_schedule"),
                """
                insert into facility_schedule (facility_id, seq, byday, opens_at, closes_at, valid_from, valid_to)
                select r.facility_id, e.nth - 1,
                       (select array_agg(day::smallint) from jsonb_array_elements_text(e.line -> 0) as day),
                       (e.line ->> 1)::time, (e.line ->> 2)::time, (e.line ->> 3)::date, (e.line ->> 4)::date
                from intake_row r, jsonb_array_elements(r.schedules) with ordinality as e (line, nth) where r.differs""");
    }

    private static ChildTable exceptions() {
        return new ChildTable(List.of(Field.EXCEPTIONS), "exceptions", """
                coalesce((select jsonb_agg(jsonb_build_array(date, periods, note) order by date)
                          from facility_exception where facility_id = f.id), '[]')""", deleteFrom("facility_exception"), """
                insert into facility_exception (facility_id, date, periods, note)
                select r.facility_id, (e.line ->> 0)::date, e.line -> 1, e.line ->> 2
                from intake_row r, jsonb_array_elements(r.exceptions) as e (line) where r.differs""");
    }

    private static ChildTable phones() {
        return new ChildTable(List.of(Field.PHONES), "phones", """
                coalesce((select jsonb_agg(jsonb_build_array(number, label) order by seq)
                          from facility_phone where facility_id = f.id), '[]')""", deleteFrom("facility_phone"), """
                insert into facility_phone (facility_id, seq, number, label)
                select r.facility_id, e.nth - 1, e.line ->> 0, e.line ->> 1
                from intake_row r, jsonb_array_elements(r.phones) with ordinality as e (line, nth) where r.differs""");
    }

    /// A service keeps its id while its place in the list stays, because appointments point at it.
    private static ChildTable services() {
        return new ChildTable(List.of(Field.SERVICES), "services", """
                coalesce((select jsonb_agg(jsonb_build_array(name, name_en) order by seq)
                          from facility_service where facility_id = f.id), '[]')""", """
                delete from facility_service c using intake_row r
                where c.facility_id = r.facility_id and r.differs and not r.is_new
                  and c.seq >= jsonb_array_length(r.services)""", """
                insert into facility_service (facility_id, seq, name, name_en)
                select r.facility_id, e.nth - 1, e.line ->> 0, e.line ->> 1
                from intake_row r, jsonb_array_elements(r.services) with ordinality as e (line, nth) where r.differs
                on conflict (facility_id, seq) do update set name = excluded.name, name_en = excluded.name_en""");
    }

    private static String deleteFrom(String table) {
        return "delete from " + table + " c using intake_row r"
                + " where c.facility_id = r.facility_id and r.differs and not r.is_new";
    }
}
