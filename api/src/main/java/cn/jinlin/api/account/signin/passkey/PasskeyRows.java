package cn.jinlin.api.account.signin.passkey;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of passkeys.
@Repository
class PasskeyRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Passkey> list(Subject subject) {
        return jdbc.sql("""
                select id, name, created_at, last_used_at from passkey where subject = ? order by created_at desc, id
                """).param(subject.toString()).query((row, _) -> {
            Timestamp used = row.getTimestamp("last_used_at");
            return new Passkey(row.getObject("id", UUID.class), row.getString("name"),
                    row.getTimestamp("created_at").toInstant(), used == null ? null : used.toInstant());
        }).list();
    }

    List<byte[]> listCredentialIds(Subject subject) {
        return jdbc.sql("select credential_id from passkey where subject = ?")
                .param(subject.toString())
                .query((row, _) -> row.getBytes("credential_id"))
                .list();
    }

    Optional<KeptPasskey> find(byte[] credentialId) {
        return jdbc.sql("select * from passkey where credential_id = ?")
                .param(credentialId)
                .query((row, _) -> new KeptPasskey(row.getObject("id", UUID.class),
                        Subject.parse(row.getString("subject")),
                        KeptPasskey.credential(row.getBytes("credential")), row.getLong("sign_count"),
                        row.getBoolean("backup_eligible")))
                .optional();
    }

    /// @return false when somebody has that credential already
    boolean insert(KeptPasskey kept, String name) {
        return jdbc.sql("""
                insert into passkey (id, subject, credential_id, credential, sign_count, backup_eligible, name, created_at)
                values (:id, :subject, :credentialId, :credential, :count, :eligible, :name, :now)
                on conflict (credential_id) do nothing
                """)
                .param("id", kept.id())
                .param("subject", kept.subject().toString())
                .param("credentialId", kept.credentialId())
                .param("credential", kept.bytes())
                .param("count", kept.signCount())
                .param("eligible", kept.backupEligible())
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .update() == 1;
    }

    /// @return false when the count has not grown meanwhile: two devices hold what only one should
    boolean countUse(UUID id, long signCount) {
        return jdbc.sql("""
                update passkey set sign_count = :count, last_used_at = :now
                where id = :id and (sign_count < :count or (:count = 0 and sign_count = 0))
                """)
                .param("count", signCount)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update() == 1;
    }

    boolean delete(Subject subject, UUID id) {
        return jdbc.sql("delete from passkey where id = ? and subject = ?")
                .param(id)
                .param(subject.toString())
                .update() == 1;
    }

    void deleteAll(Subject subject) {
        jdbc.sql("delete from passkey where subject = ?").param(subject.toString()).update();
    }
}
