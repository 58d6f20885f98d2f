package cn.jinlin.api.account.staff.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.staff.StaffMembers;
import cn.jinlin.api.account.staff.StaffState;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// User names and hashes of passwords.
@Repository
class Credentials {

    private static final String SELECT = """
            select c.*, s.state from staff_credential c join staff s on s.id = c.staff_id""";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    Credentials(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// What one member signs in by.
    ///
    /// @param mustChange whether the password was given by another
    record Credential(UUID staff, StaffState state, String userName, String hash, Instant changedAt,
            boolean mustChange) {

        /// Tells nothing that is secret or personal.
        @Override
        public String toString() {
            return "Credential[" + staff + ']';
        }
    }

    /// By which a name that was typed is looked up, and its tries are counted.
    byte[] index(String typed) {
        return cipher.blindIndex(StaffMembers.USER_NAME, PasswordPolicy.fold(typed));
    }

    /// The name by which tries of that member are counted.
    byte[] index(Credential credential) {
        return index(credential.userName);
    }

    Optional<Credential> find(byte[] index) {
        return jdbc.sql(SELECT + " where c.user_name_index = ?").param(index).query(this::read).optional();
    }

    Optional<Credential> find(UUID staff) {
        return jdbc.sql(SELECT + " where c.staff_id = ?").param(staff).query(this::read).optional();
    }

    /// @throws BadInput when the name is taken
    void insert(UUID staff, String userName, String hash) {
        try {
            jdbc.sql("""
                    insert into staff_credential (staff_id, user_name_cipher, user_name_index, password_hash,
                        password_changed_at, must_change) values (?, ?, ?, ?, ?, false)""")
                    .params(staff, cipher.encrypt(StaffMembers.USER_NAME, userName), index(userName), hash, now())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new BadInput("input.userName", "USER_NAME_TAKEN");
        }
    }

    /// @param mustChange whether it was given by another
    void change(UUID staff, String hash, boolean mustChange) {
        jdbc.sql("""
                update staff_credential set password_hash = ?, password_changed_at = ?, must_change = ?
                where staff_id = ?""").params(hash, now(), mustChange, staff).update();
    }

    /// The same password, hashed anew. Left as it is when the password was changed meanwhile.
    void rehash(Credential before, String hash) {
        jdbc.sql("update staff_credential set password_hash = ? where staff_id = ? and password_hash = ?")
                .params(hash, before.staff, before.hash)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Credential read(ResultSet row, int number) throws SQLException {
        return new Credential(row.getObject("staff_id", UUID.class), StaffState.valueOf(row.getString("state")),
                cipher.decrypt(StaffMembers.USER_NAME, row.getBytes("user_name_cipher")),
                row.getString("password_hash"),
                row.getTimestamp("password_changed_at").toInstant(), row.getBoolean("must_change"));
    }
}
