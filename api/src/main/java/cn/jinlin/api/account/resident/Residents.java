package cn.jinlin.api.account.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Every resident. Phone numbers lie encrypted and are found by blind index.
@Repository
public class Residents {

    private static final String PHONE = "resident.phone";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    Residents(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    public Optional<Resident> find(UUID id) {
        return jdbc.sql("select * from resident where id = ?").param(id).query(this::read).optional();
    }

    /// @throws IllegalStateException when there is none
    public Resident get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No resident " + id));
    }

    public Optional<Resident> findByPhone(PhoneNumber phone) {
        return jdbc.sql("select * from resident where phone_index = ?")
                .param(index(phone))
                .query(this::read)
                .optional();
    }

    /// The resident with that number; a new one where it is new. Two calls at once give the same resident.
    @Transactional
    public Resident withPhone(PhoneNumber phone) {
        jdbc.sql("""
                insert into resident (id, phone_cipher, phone_index, created_at)
                values (:id, :cipher, :index, :now) on conflict (phone_index) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("cipher", cipher.encrypt(PHONE, phone.digits()))
                .param("index", index(phone))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return findByPhone(phone).orElseThrow();
    }

    /// Someone without a phone, registered at a desk or by a guardian.
    public Resident withoutPhone() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into resident (id, created_at) values (?, ?)")
                .param(id)
                .param(Timestamp.from(clock.instant()))
                .update();
        return get(id);
    }

    /// Moves a resident to another number.
    ///
    /// @return false when that number is another resident's, or there is no such resident any more
    public boolean changePhone(UUID id, PhoneNumber phone) {
        try {
            return jdbc.sql("""
                    update resident set phone_cipher = :cipher, phone_index = :index where id = :id and erased_at is null
                    """)
                    .param("cipher", cipher.encrypt(PHONE, phone.digits()))
                    .param("index", index(phone))
                    .param("id", id)
                    .update() == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /// Keeps everybody else from changing the person until the transaction ends.
    ///
    /// @throws AccessDeniedException when the person was erased, or never was
    public void lock(UUID id) {
        boolean isThere = jdbc.sql("select id from resident where id = ? and erased_at is null for update")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!isThere) {
            throw new AccessDeniedException("Not a resident any more");
        }
    }

    /// Leaves a nameless id, under which stands what law keeps. Erasing twice is no error.
    ///
    /// @return whether there was a phone number to forget
    public boolean erase(UUID id) {
        boolean hadPhone = find(id).filter(resident -> resident.phone() != null).isPresent();
        jdbc.sql("""
                update resident set phone_cipher = null, phone_index = null, erased_at = coalesce(erased_at, :now) where id = :id
                """).param("now", Timestamp.from(clock.instant())).param("id", id).update();
        return hadPhone;
    }

    private byte[] index(PhoneNumber phone) {
        return cipher.blindIndex(PHONE, phone.digits());
    }

    private Resident read(ResultSet row, int number) throws SQLException {
        byte[] phone = row.getBytes("phone_cipher");
        Timestamp erased = row.getTimestamp("erased_at");
        return new Resident(row.getObject("id", UUID.class), phone == null ? null : decrypt(phone),
                row.getTimestamp("created_at").toInstant(), erased == null ? null : erased.toInstant());
    }

    private @Nullable PhoneNumber decrypt(byte[] stored) {
        return PhoneNumber.parse(cipher.decrypt(PHONE, stored)).orElseThrow();
    }
}
