package cn.jinlin.api.account.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every decision that was ever made.
@Repository
class ConsentRecords {

    private final JdbcClient jdbc;
    private final SealedColumn paper;
    private final Clock clock;

    ConsentRecords(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.paper = new SealedColumn(cipher, "consent_record.paper");
        this.clock = clock;
    }

    void insert(UUID resident, ConsentText text, boolean given, Decision decision) {
        jdbc.sql("""
                insert into consent_record (resident_id, purpose, version, is_given, decided_at, channel, actor, paper_cipher)
                values (:resident, :purpose, :version, :given, :now, :channel, :actor, :paper)""")
                .param("resident", resident)
                .param("purpose", text.purpose().name())
                .param("version", text.version())
                .param("given", given)
                .param("now", Timestamp.from(clock.instant()))
                .param("channel", decision.channel().name())
                .param("actor", decision.actor().toString())
                .param("paper", paper.sealAny(resident, decision.paperNumber()))
                .update();
    }

    Optional<ConsentRecord> findLast(UUID resident, Purpose purpose) {
        return jdbc.sql("select * from consent_record where resident_id = ? and purpose = ? order by id desc limit 1")
                .param(resident)
                .param(purpose.name())
                .query(ConsentRecords::read)
                .optional();
    }

    /// The newest decision of each purpose.
    List<ConsentRecord> listLast(UUID resident) {
        return jdbc.sql("""
                select distinct on (purpose) * from consent_record where resident_id = ? order by purpose, id desc""")
                .param(resident)
                .query(ConsentRecords::read)
                .list();
    }

    /// Newest first.
    List<ConsentRecord> list(UUID resident, Connection.Request page) {
        return jdbc.sql("select * from consent_record where resident_id = ? and id < ? order by id desc limit ?")
                .param(resident)
                .param(page.before())
                .param(page.limit())
                .query(ConsentRecords::read)
                .list();
    }

    /// Oldest first, without end: for the copy of a person's own data.
    List<ConsentRecord> listAll(UUID resident) {
        return jdbc.sql("select * from consent_record where resident_id = ? order by id")
                .param(resident)
                .query(ConsentRecords::read)
                .list();
    }

    /// Leaves the bare decision, without the paper that could lead to a name.
    ///
    /// @return decisions that stay
    int deidentify(UUID resident) {
        jdbc.sql("update consent_record set paper_cipher = null where resident_id = ? and paper_cipher is not null")
                .param(resident)
                .update();
        return jdbc.sql("select count(*) from consent_record where resident_id = ?")
                .param(resident)
                .query(Integer.class)
                .single();
    }

    private static ConsentRecord read(ResultSet row, int number) throws SQLException {
        return new ConsentRecord(row.getLong("id"), Purpose.valueOf(row.getString("purpose")), row.getInt("version"),
                row.getBoolean("is_given"), row.getTimestamp("decided_at").toInstant(),
                ConsentChannel.valueOf(row.getString("channel")), row.getString("actor"));
    }
}
