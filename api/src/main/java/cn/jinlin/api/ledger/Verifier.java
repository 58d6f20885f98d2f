package cn.jinlin.api.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks along a chain, from one moment's view of the record, so that appending goes on meanwhile.
@Component
class Verifier {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate oneMoment;
    private final HeadSeal seal;

    Verifier(JdbcClient jdbc, JdbcTemplate template, PlatformTransactionManager transactions, HeadSeal seal) {
        this.jdbc = jdbc;
        this.template = template;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setReadOnly(true);
        this.seal = seal;
    }

    Verdict verify(String journal, long from, long to, @Nullable Head witness) {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("No stretch of a chain: " + from + " to " + to);
        }
        return Objects.requireNonNull(oneMoment.execute(_ -> {
            // A long chain may take longer than a request may.
            template.execute("set local statement_timeout = 0");
            return inOneMoment(journal, from, to, witness);
        }));
    }

    private record Recorded(Head head, boolean sealFits) {}

    private Verdict inOneMoment(String journal, long from, long to, @Nullable Head witness) {
        Recorded recorded = jdbc.sql("select number, hash, seal from journal_head where journal = ?")
                .param(journal)
                .query((row, _) -> recorded(new Head(journal, row.getLong("number"), row.getBytes("hash")),
                        row.getBytes("seal")))
                .optional()
                .orElse(new Recorded(Head.beginning(journal), true));
        var walk = new Walk(journal, from, before(journal, from), recorded.head().number(), witness);
        template.execute((ConnectionCallback<Boolean>) connection -> walkAlong(connection, journal, from, to, walk));
        Verdict.Fault fault = walk.fault();
        if (fault == null && to >= recorded.head().number()) {
            fault = faultAtTheEnd(recorded, walk);
        }
        return new Verdict(journal, walk.verified(), walk.erased(), recorded.head(), seal.isKept(), fault);
    }

    private Recorded recorded(Head head, byte @Nullable [] found) {
        return new Recorded(head, seal.fits(head, found));
    }

    private static boolean walkAlong(Connection connection, String journal, long from, long to, Walk walk)
            throws SQLException {
        try (var rows = JournalRows.open(connection, journal, from, to)) {
            while (walk.fault() == null && rows.next()) {
                walk.step(rows);
            }
            return true;
        }
    }

    private Verdict.@Nullable Fault faultAtTheEnd(Recorded recorded, Walk walk) {
        Head head = recorded.head();
        if (walk.next() <= head.number()) {
            return new Verdict.Fault(walk.next(), Verdict.Kind.TRUNCATED);
        }
        if (walk.next() - 1 != head.number() || !Arrays.equals(walk.last(), head.hash())
                || !recorded.sealFits()) {
            return new Verdict.Fault(head.number(), Verdict.Kind.HEAD_FORGED);
        }
        return walk.missesWitness() ? new Verdict.Fault(head.number(), Verdict.Kind.NOT_AS_WITNESSED) : null;
    }

    private byte[] before(String journal, long from) {
        return from == 1
                ? Link.genesis(journal)
                : jdbc.sql("select hash from journal_entry where journal = ? and number = ?")
                        .params(journal, from - 1)
                        .query((row, _) -> row.getBytes("hash"))
                        .optional()
                        .orElse(new byte[0]);
    }
}
