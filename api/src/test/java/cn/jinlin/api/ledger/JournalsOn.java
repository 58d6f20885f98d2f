package cn.jinlin.api.ledger;

import java.time.Clock;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// Journals on a database, without the rest of the service.
public final class JournalsOn {

    private JournalsOn() {}

    public static Audit audit(DataSource source) {
        return new Audit(journals(source, ""), JsonMapper.shared());
    }

    /// @param headKey Base64 of the key that seals heads; empty for none
    static Journals journals(DataSource source, String headKey) {
        var jdbc = JdbcClient.create(source);
        var template = new JdbcTemplate(source);
        var transactions = new JdbcTransactionManager(source);
        var seal = new HeadSeal(headKey);
        return new Journals(jdbc, Clock.systemUTC(), new Chaining(jdbc, template, transactions, seal),
                new Verifier(jdbc, template, transactions, seal));
    }
}
