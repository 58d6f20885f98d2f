package cn.jinlin.api.account.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.personal.PersonalCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every member of staff there is or was. Names and addresses lie encrypted.
@Repository
public class StaffMembers {

    /// Purposes of the cipher.
    static final String NAME = "staff.name";
    static final String MAIL = "staff.mail";
    public static final String USER_NAME = "staff_credential.user_name";

    private static final String SELECT = """
            select s.*, c.user_name_cipher from staff s left join staff_credential c on c.staff_id = s.id""";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    StaffMembers(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    public Optional<StaffMember> find(UUID id) {
        return jdbc.sql(SELECT + " where s.id = ?").param(id).query(this::read).optional();
    }

    /// @throws IllegalStateException when there is none
    public StaffMember get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No member of staff " + id));
    }

    /// Holds the member as they are until the transaction ends.
    public Optional<StaffMember> findLocked(UUID id) {
        return jdbc.sql(SELECT + " where s.id = ? for update of s").param(id).query(this::read).optional();
    }

    Connection<StaffMember> page(@Nullable UUID unit, @Nullable StaffState state, Connection.Request page) {
        String where = """
                where (:state::text is null or s.state = :state) and (:unit::uuid is null or exists (
                    select from staff_duty d left join staff_delegation g on g.duty_id = d.id and g.ended_at is null
                    where d.unit_id = :unit and d.ended_at is null and s.id in (d.staff_id, g.to_staff)))""";
        String stateName = state == null ? null : state.name();
        int total = jdbc.sql("select count(*) from staff s " + where)
                .param("state", stateName)
                .param("unit", unit)
                .query(Integer.class)
                .single();
        List<StaffMember> rows = jdbc
                .sql(SELECT + ' ' + where + " and s.number > :after order by s.number limit :limit")
                .param("state", stateName)
                .param("unit", unit)
                .param("after", page.beyond())
                .param("limit", page.limit())
                .query(this::read)
                .list();
        return Connection.of(page, rows, StaffMember::number).counted(total);
    }

    /// A member who is invited.
    ///
    /// @param name null where the invited gives it
    public UUID insert(@Nullable String name, @Nullable String mail) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into staff (id, state, name_cipher, mail_cipher, created_at)
                values (:id, 'INVITED', :name, :mail, :now)""")
                .param("id", id)
                .param("name", name == null ? null : cipher.encrypt(NAME, name))
                .param("mail", mail == null ? null : cipher.encrypt(MAIL, mail))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /// Takes the account into use.
    public void activate(UUID id, String name) {
        jdbc.sql("update staff set state = 'ACTIVE', name_cipher = ? where id = ?")
                .param(cipher.encrypt(NAME, name))
                .param(id)
                .update();
    }

    void put(UUID id, StaffState state) {
        jdbc.sql("update staff set state = ? where id = ?").param(state.name()).param(id).update();
    }

    /// The name of each who has one, decrypted.
    @Nullable
    String name(byte @Nullable [] stored) {
        return stored == null ? null : cipher.decrypt(NAME, stored);
    }

    private StaffMember read(ResultSet row, int number) throws SQLException {
        byte[] mail = row.getBytes("mail_cipher");
        byte[] userName = row.getBytes("user_name_cipher");
        return new StaffMember(row.getObject("id", UUID.class), row.getLong("number"),
                StaffState.valueOf(row.getString("state")), name(row.getBytes("name_cipher")),
                userName == null ? null : cipher.decrypt(USER_NAME, userName),
                mail == null ? null : cipher.decrypt(MAIL, mail), row.getTimestamp("created_at").toInstant());
    }
}
