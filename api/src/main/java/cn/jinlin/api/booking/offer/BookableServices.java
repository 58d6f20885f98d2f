package cn.jinlin.api.booking.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import cn.jinlin.search.text.FallbackWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The record of services.
@Repository
class BookableServices {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BookableServices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<BookableService> find(String number) {
        return jdbc.sql("select * from bookable_service where number = ?").param(number).query(this::read).optional();
    }

    /// @return those there are, in no order
    List<BookableService> list(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from bookable_service where id = any(?)")
                        .param(ids.toArray(Long[]::new))
                        .query(this::read)
                        .list();
    }

    Optional<BookableService> findLocked(long id) {
        return jdbc.sql("select * from bookable_service where id = ? for update")
                .param(id)
                .query(this::read)
                .optional();
    }

    /// Which services to list: in service only.
    ///
    /// @param words typed by somebody; null for any
    /// @param facility that offers it; null for any
    record Wanted(@Nullable String words, @Nullable ServiceKind kind, @Nullable Long facility) {}

    /// A service in a list, and how wanted it was lately.
    record Placed(BookableService service, long wanted) {}

    /// Those most wanted first.
    ///
    /// @param after the last one of the page before; null for the first page
    List<Placed> page(Wanted wanted, @Nullable ServiceCursor after, int limit) {
        return jdbc.sql("""
                select * from bookable_service b
                 where b.in_service
                   and (:anyWords or b.words @@ cast(:words as tsquery))
                   and (:kind::text is null or b.kind = :kind)
                   and (:facility::bigint is null or exists (
                       select from schedule s where s.service_id = b.id and s.facility_id = :facility and s.state = 'PUBLISHED'))
                   and (b.wanted < :wanted or b.wanted = :wanted and b.id > :id)
                 order by b.wanted desc, b.id limit :limit""")
                .param("anyWords", wanted.words == null)
                .param("words", wanted.words == null ? "" : FallbackWords.toTsquery(wanted.words))
                .param("kind", wanted.kind == null ? null : wanted.kind.name(), Types.VARCHAR)
                .param("facility", wanted.facility, Types.BIGINT)
                .param("wanted", after == null ? Long.MAX_VALUE : after.wanted())
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit)
                .query((row, number) -> new Placed(read(row, number), row.getLong("wanted")))
                .list();
    }

    /// Services in service that facilities have a published schedule of, those most wanted first, at most so many of each.
    Map<Long, List<BookableService>> listByFacility(Collection<Long> facilities, int atMost) {
        Map<Long, List<BookableService>> found = new HashMap<>();
        jdbc.sql("""
                select f.id as of_facility, b.* from unnest(:facilities::bigint[]) as f (id)
                 cross join lateral (
                     select * from bookable_service b
                      where b.in_service and exists (select from schedule s where s.service_id = b.id
                                                        and s.facility_id = f.id and s.state = 'PUBLISHED')
                      order by b.wanted desc, b.id limit :most) b
                 order by f.id, b.wanted desc, b.id""")
                .param("facilities", facilities.toArray(Long[]::new))
                .param("most", atMost)
                .query((row, number) -> Map.entry(row.getLong("of_facility"), read(row, number)))
                .list()
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
        return found;
    }

    long insert(BookableService wanted) {
        return of(wanted, jdbc.sql("""
                insert into bookable_service (number, kind, name, name_en, description, description_en, materials, questions,
                    party_limit, person_limit, household_limit, change_minutes, release, in_service, words)
                values (:number, :kind, :name, :nameEn, :description, :descriptionEn, :materials::jsonb, :questions::jsonb,
                    :party, :person, :household, :change, :release, :inService, array_to_tsvector(:words))
                returning id""")).query((row, _) -> row.getLong(1)).single();
    }

    /// Everything but the number and the kind.
    void update(BookableService wanted) {
        of(wanted, jdbc.sql("""
                update bookable_service set name = :name, name_en = :nameEn, description = :description,
                    description_en = :descriptionEn, materials = :materials::jsonb, questions = :questions::jsonb,
                    party_limit = :party, person_limit = :person, household_limit = :household, change_minutes = :change,
                    release = :release, in_service = :inService, words = array_to_tsvector(:words)
                 where id = :id and number = :number and kind = :kind""")).param("id", wanted.id()).update();
    }

    /// Counts again how many places are taken in the days to come: what lists are ordered by.
    void recount(long service) {
        jdbc.sql("""
                update bookable_service set wanted = coalesce((
                    select sum(m.taken) from slot_making m join schedule s on s.id = m.schedule_id
                     where s.service_id = :service), 0)
                 where id = :service""").param("service", service).update();
    }

    private StatementSpec of(BookableService wanted, StatementSpec statement) {
        return statement.param("number", wanted.number())
                .param("kind", wanted.kind().name())
                .param("name", wanted.name())
                .param("nameEn", wanted.nameEn(), Types.VARCHAR)
                .param("description", wanted.description(), Types.VARCHAR)
                .param("descriptionEn", wanted.descriptionEn(), Types.VARCHAR)
                .param("materials", json.writeValueAsString(wanted.materials()))
                .param("questions", json.writeValueAsString(wanted.questions()))
                .param("party", wanted.partyLimit())
                .param("person", wanted.personLimit())
                .param("household", wanted.householdLimit())
                .param("change", wanted.changeMinutes())
                .param("release", wanted.release().name())
                .param("inService", wanted.inService())
                .param("words", words(wanted).toArray(String[]::new));
    }

    private static List<String> words(BookableService service) {
        return FallbackWords.ofRecord(service.name(), service.kind().name(),
                Stream.of(service.nameEn(), service.number()).filter(Objects::nonNull).toList());
    }

    private BookableService read(ResultSet row, int number) throws SQLException {
        return read(row, "id");
    }

    BookableService read(ResultSet row, String id) throws SQLException {
        return new BookableService(row.getLong(id), row.getString("number"),
                ServiceKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("name_en"),
                row.getString("description"), row.getString("description_en"),
                List.of(json.readValue(row.getString("materials"), Material[].class)),
                List.of(json.readValue(row.getString("questions"), Question[].class)), row.getInt("party_limit"),
                row.getInt("person_limit"), row.getInt("household_limit"), row.getInt("change_minutes"),
                SlotRelease.valueOf(row.getString("release")), row.getBoolean("in_service"));
    }
}
