package cn.jinlin.api.account.family;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.family.Proxy.Kind;
import cn.jinlin.api.account.family.Proxy.State;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.personal.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who may act for whom, as it is on record.
@Repository
class Proxies {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SealedColumn relation;
    private final SealedColumn phone;
    private final SealedColumn paper;

    Proxies(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.relation = new SealedColumn(cipher, "proxy.relation");
        this.phone = new SealedColumn(cipher, "proxy.phone");
        this.paper = new SealedColumn(cipher, "proxy.paper");
    }

    /// Somebody who is asked to act for a person.
    ///
    /// @param paperNumber of the paper a desk took; null elsewhere
    record Invitation(UUID person, Kind kind, List<Scope> scopes, String relation, PhoneNumber phone, LocalDate endsOn,
            Instant answerBy, @Nullable UUID unit, @Nullable String paperNumber) {}

    Proxy insert(Invitation invitation) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into proxy (id, person_id, kind, state, scopes, relation_cipher, phone_cipher, phone_index, paper_cipher,
                                   unit_id, invited_at, answer_by, ends_on)
                values (:id, :person, :kind, 'INVITED', :scopes, :relation, :phone, :index, :paper, :unit, :now, :answerBy, :endsOn)
                """)
                .param("id", id)
                .param("person", invitation.person())
                .param("kind", invitation.kind().name())
                .param("scopes", names(invitation.scopes()))
                .param("relation", relation.seal(id, invitation.relation()))
                .param("phone", phone.seal(id, invitation.phone().digits()))
                .param("index", phone.index(invitation.phone().digits()))
                .param("paper", paper.sealAny(id, invitation.paperNumber()))
                .param("unit", invitation.unit())
                .param("now", now())
                .param("answerBy", Timestamp.from(invitation.answerBy()))
                .param("endsOn", Date.valueOf(invitation.endsOn()))
                .update();
        return get(id);
    }

    Proxy insertGuardian(UUID guardian, UUID child, String called, LocalDate endsOn) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into proxy (id, person_id, actor_id, kind, state, scopes, relation_cipher, invited_at, accepted_at, ends_on)
                values (:id, :child, :guardian, 'GUARDIAN', 'ACTIVE', :scopes, :relation, :now, :now, :endsOn)""")
                .param("id", id)
                .param("child", child)
                .param("guardian", guardian)
                .param("scopes", names(List.of(Scope.values())))
                .param("relation", relation.seal(id, called))
                .param("now", now())
                .param("endsOn", Date.valueOf(endsOn))
                .update();
        return get(id);
    }

    Optional<Proxy> find(UUID id) {
        return jdbc.sql("select * from proxy where id = ?").param(id).query(this::read).optional();
    }

    Proxy get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No proxy " + id));
    }

    Optional<Proxy> findActive(UUID actor, UUID person) {
        return jdbc.sql("select * from proxy where actor_id = ? and person_id = ? and state = 'ACTIVE'")
                .param(actor)
                .param(person)
                .query(this::read)
                .optional();
    }

    /// Whoever acts for a person or was asked to, ended ones aside; newest last.
    List<Proxy> listOf(UUID person) {
        return jdbc.sql("select * from proxy where person_id = ? and state in ('INVITED', 'ACTIVE') order by position")
                .param(person)
                .query(this::read)
                .list();
    }

    /// For whom somebody acts; newest last.
    List<Proxy> listActedFor(UUID actor) {
        return jdbc.sql("select * from proxy where actor_id = ? and state = 'ACTIVE' order by position")
                .param(actor)
                .query(this::read)
                .list();
    }

    /// What somebody with that number was asked to; newest last, at most 40.
    List<Proxy> listInvitations(PhoneNumber number) {
        return jdbc.sql("select * from proxy where phone_index = ? and state = 'INVITED' order by position limit 40")
                .param(phone.index(number.digits()))
                .query(this::read)
                .list();
    }

    List<Proxy> listOfDesk(UUID unit, Connection.Request page) {
        return jdbc.sql("select * from proxy where unit_id = ? and position < ? order by position desc limit ?")
                .param(unit)
                .param(page.before())
                .param(page.limit())
                .query(this::read)
                .list();
    }

    /// On either side, ended ones too.
    List<Proxy> listAll(UUID resident) {
        return jdbc.sql("select * from proxy where person_id = ? or actor_id = ? order by position")
                .param(resident)
                .param(resident)
                .query(this::read)
                .list();
    }

    int countInvitedToday(UUID person) {
        return jdbc.sql("select count(*) from proxy where person_id = ? and kind = 'INVITED' and invited_at > ?")
                .param(person)
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
    }

    /// @return false when somebody answered or ended it meanwhile
    boolean accept(UUID id, UUID actor) {
        return jdbc.sql(
                "update proxy set state = 'ACTIVE', actor_id = ?, accepted_at = ? where id = ? and state = 'INVITED'")
                .param(actor)
                .param(now())
                .param(id)
                .update() == 1;
    }

    /// @param into DECLINED or ENDED
    /// @return false when it had ended before
    boolean end(UUID id, State into) {
        return jdbc.sql("update proxy set state = ?, ended_at = ? where id = ? and state in ('INVITED', 'ACTIVE')")
                .param(into.name())
                .param(now())
                .param(id)
                .update() == 1;
    }

    void renew(UUID id, LocalDate endsOn, Kind kind, @Nullable String paperNumber) {
        jdbc.sql(
                """
                update proxy set ends_on = :endsOn, kind = :kind, paper_cipher = coalesce(:paper, paper_cipher) where id = :id""")
                .param("endsOn", Date.valueOf(endsOn))
                .param("kind", kind.name())
                .param("paper", paper.sealAny(id, paperNumber), java.sql.Types.BINARY)
                .param("id", id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String[] names(List<Scope> scopes) {
        return scopes.stream().map(Enum::name).distinct().toArray(String[]::new);
    }

    private Proxy read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp answerBy = row.getTimestamp("answer_by");
        Timestamp accepted = row.getTimestamp("accepted_at");
        return new Proxy(id, row.getLong("position"), row.getObject("person_id", UUID.class),
                row.getObject("actor_id", UUID.class), Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                Arrays.stream((String[]) row.getArray("scopes").getArray()).map(Scope::valueOf).toList(),
                relation.open(id, row.getBytes("relation_cipher")).orElse(null),
                phone.open(id, row.getBytes("phone_cipher")).flatMap(PhoneNumber::parse).orElse(null),
                row.getObject("unit_id", UUID.class), answerBy == null ? null : answerBy.toInstant(),
                accepted == null ? null : accepted.toInstant(), row.getObject("ends_on", LocalDate.class));
    }
}
