package cn.jinlin.api.ledger;

import java.util.Base64;

import cn.jinlin.engines.TestEngines;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One empty journal on a real database.
final class JournalFixture {

    static final String KEY = Base64.getEncoder()
            .encodeToString("a key of at least thirty-two bytes!!".getBytes(UTF_8));
    private static final String SCHEMA = "ledger";
    private static final PGSimpleDataSource SOURCE = database();

    final JdbcClient sql = JdbcClient.create(SOURCE);
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(SOURCE));
    final Journals journals = JournalsOn.journals(SOURCE, KEY);
    final Journal journal = journals.get("trial");

    JournalFixture() {
        aroundTheGuards("truncate journal_head, journal_inbox, journal_entry, journal_payload");
    }

    /// A schema of its own, because the running service of other tests would chain what is appended in the usual one.
    private static PGSimpleDataSource database() {
        var engine = TestEngines.postgres();
        var own = new PGSimpleDataSource();
        own.setUrl(engine.jdbcUrl());
        own.setUser(engine.user());
        own.setPassword(engine.password());
        own.setCurrentSchema(SCHEMA);
        Flyway.configure().dataSource(own).schemas(SCHEMA).locations("classpath:db/migration").load().migrate();
        return own;
    }

    JournalFixture withEntries(int count) {
        transaction.executeWithoutResult(_ -> {
            for (int entry = 1; entry <= count; entry++) {
                journal.append("trial.entry", "{\"entry\":" + entry + "}");
            }
        });
        journal.chain();
        return this;
    }

    /// What somebody does who owns the database: the triggers are off while it is done.
    void aroundTheGuards(String... statements) {
        transaction.executeWithoutResult(_ -> {
            guards("disable");
            for (String statement : statements) {
                sql.sql(statement).update();
            }
            guards("enable");
        });
    }

    private void guards(String state) {
        for (String table : new String[]{"journal_head", "journal_inbox", "journal_entry", "journal_payload"}) {
            sql.sql("alter table " + table + " " + state + " trigger user").update();
        }
    }
}
