package cn.jinlin.api.facility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.text.FallbackWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The record of facilities. Whatever changes one gives it the next version and tells the outbox, in the same transaction.
@Repository
public class Facilities {

    private static final String PORTAL = "portal";

    private final JdbcClient jdbc;
    private final FacilityRows rows;
    private final JsonMapper json;

    Facilities(JdbcClient jdbc, FacilityRows rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    Optional<Facility> find(long id) {
        return jdbc.sql(FacilityRows.SELECT + "where f.id = ?").param(id).query(rows).optional();
    }

    /// @return those there are, in no order
    public List<Facility> list(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FacilityRows.SELECT + "where f.id = any(?)")
                        .param(ids.toArray(Long[]::new))
                        .query(rows)
                        .list();
    }

    /// Facilities in service above an id, ascending, at most so many.
    ///
    /// @throws UnreadableFacilityException naming one that cannot be read
    public List<Facility> listInService(long afterId, int atMost) {
        return listInService(afterId, atMost, List.of());
    }

    /// The same, but for some.
    ///
    /// @param except ids to leave out
    public List<Facility> listInService(long afterId, int atMost, Collection<Long> except) {
        return jdbc
                .sql(FacilityRows.SELECT + "where f.id > ? and f.in_service and f.id <> all(?) order by f.id limit ?")
                .param(afterId)
                .param(except.toArray(Long[]::new))
                .param(atMost)
                .query(rows)
                .list();
    }

    /// Keeps others from changing the facility until the transaction ends.
    void lock(long id) {
        jdbc.sql("select 1 from facility where id = ? for update").param(id).query(Integer.class).optional();
    }

    long insert(FacilityDetails details) {
        long id = jdbc.sql("""
                insert into facility (source, external_id, name, category) values (:source, :external, :name, :category)
                returning id""")
                .param("source", PORTAL)
                .param("external", UUID.randomUUID().toString())
                .param("name", details.name())
                .param("category", details.category())
                .query(Long.class)
                .single();
        update(id, details);
        return id;
    }

    void update(long id, FacilityDetails details) {
        GeoPoint location = details.location();
        jdbc.sql("""
                update facility set name = :name, name_en = :nameEn, other_names = :otherNames, category = :category,
                    operator = :operator, description = :description, description_en = :descriptionEn, address = :address,
                    address_en = :addressEn, lat = :lat, lon = :lon,
                    subdistrict_id = (select id from subdistrict where code = :subdistrict),
                    neighbourhood_id = (select id from neighbourhood where code = :neighbourhood), charge = :charge,
                    audiences = :audiences, accessibility = :accessibility, languages = :languages, website = :website,
                    holiday_policy = :holidayPolicy, words = array_to_tsvector(:words)
                where id = :id""")
                .param("id", id)
                .param("name", details.name())
                .param("nameEn", details.nameEn())
                .param("otherNames", texts(details.otherNames()))
                .param("category", details.category())
                .param("operator", details.operator())
                .param("description", details.description())
                .param("descriptionEn", details.descriptionEn())
                .param("address", details.address())
                .param("addressEn", details.addressEn())
                .param("lat", location == null ? null : location.lat(), java.sql.Types.DOUBLE)
                .param("lon", location == null ? null : location.lon(), java.sql.Types.DOUBLE)
                .param("subdistrict", details.subdistrict(), java.sql.Types.VARCHAR)
                .param("neighbourhood", details.neighbourhood(), java.sql.Types.VARCHAR)
                .param("charge", name(details.charge()))
                .param("audiences", names(details.audiences()))
                .param("accessibility", names(details.accessibility()))
                .param("languages", texts(details.languages()))
                .param("website", details.website())
                .param("holidayPolicy", details.hours().policy().name())
                .param("words", texts(words(details)))
                .update();
        replaceSchedules(id, details.hours().schedules());
        replacePhones(id, details.phones());
        replaceServices(id, details.services());
        touch(id);
    }

    void close(long id) {
        jdbc.sql("update facility set in_service = false where id = ?").param(id).update();
        touch(id);
    }

    void put(long id, ExceptionDay exception) {
        jdbc.sql("""
                insert into facility_exception (facility_id, date, periods, note) values (:id, :date, :periods::jsonb, :note)
                on conflict (facility_id, date) do update set periods = excluded.periods, note = excluded.note""")
                .param("id", id)
                .param("date", exception.date())
                .param("periods", json.writeValueAsString(exception.periods()))
                .param("note", exception.note())
                .update();
        touch(id);
    }

    private void touch(long id) {
        jdbc.sql("""
                with touched as (update facility set version = nextval('facility_version'), updated_at = now() where id = ?
                                 returning id, version)
                insert into facility_outbox (facility_id, version) select id, version from touched
                on conflict (facility_id) do update set version = excluded.version, attempts = 0, next_at = now(), last_error = null
                """).param(id).update();
    }

    private void replaceSchedules(long id, List<ScheduleLine> lines) {
        jdbc.sql("delete from facility_schedule where facility_id = ?").param(id).update();
        for (int seq = 0; seq < lines.size(); seq++) {
            ScheduleLine line = lines.get(seq);
            jdbc.sql("""
                    insert into facility_schedule (facility_id, seq, byday, opens_at, closes_at, valid_from, valid_to)
                    values (:id, :seq, :byday, :opens::time, :closes::time, :from, :to)""")
                    .param("id", id)
                    .param("seq", seq)
                    .param("byday", line.byday().toArray(Integer[]::new))
                    .param("opens", line.opensAt().toString())
                    .param("closes", line.closesAt().toString())
                    .param("from", line.validFrom(), java.sql.Types.DATE)
                    .param("to", line.validTo(), java.sql.Types.DATE)
                    .update();
        }
    }

    private void replacePhones(long id, List<Phone> phones) {
        jdbc.sql("delete from facility_phone where facility_id = ?").param(id).update();
        for (int seq = 0; seq < phones.size(); seq++) {
            jdbc.sql("insert into facility_phone (facility_id, seq, number, label) values (?, ?, ?, ?)")
                    .param(id)
                    .param(seq)
                    .param(phones.get(seq).number())
                    .param(phones.get(seq).label())
                    .update();
        }
    }

    /// A service keeps its id while its place and name stay, because appointments will point at it.
    private void replaceServices(long id, List<OfferedService> services) {
        jdbc.sql("delete from facility_service where facility_id = ? and seq >= ?")
                .param(id)
                .param(services.size())
                .update();
        for (int seq = 0; seq < services.size(); seq++) {
            jdbc.sql("""
                    insert into facility_service (facility_id, seq, name, name_en) values (?, ?, ?, ?)
                    on conflict (facility_id, seq) do update set name = excluded.name, name_en = excluded.name_en""")
                    .param(id)
                    .param(seq)
                    .param(services.get(seq).name())
                    .param(services.get(seq).nameEn())
                    .update();
        }
    }

    private static List<String> words(FacilityDetails details) {
        var others = new ArrayList<String>(details.otherNames());
        others.add(details.address());
        Stream.of(details.nameEn(), details.addressEn()).filter(Objects::nonNull).forEach(others::add);
        details.services().forEach(offered -> others.add(offered.name()));
        return FallbackWords.ofRecord(details.name(), details.category(), others);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
