package cn.jinlin.api.ledger;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The door to the journals. Each name is one chain.
@Service
public class Journals {

    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Chaining chaining;
    private final Verifier verifier;

    Journals(JdbcClient jdbc, Clock clock, Chaining chaining, Verifier verifier) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.chaining = chaining;
        this.verifier = verifier;
    }

    /// @param name 1 to 20 small letters
    public Journal get(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a journal: " + name);
        }
        return new Journal(name, jdbc, clock, chaining, verifier);
    }

    /// The names of all journals that have entries.
    public List<String> list() {
        return jdbc.sql("""
                select journal from journal_head union select journal from journal_inbox
                union (with recursive chain as (
                    (select journal from journal_entry order by journal limit 1)
                    union all
                    select (select e.journal from journal_entry e where e.journal > c.journal order by e.journal limit 1)
                    from chain c where c.journal is not null)
                    select journal from chain where journal is not null)
                order by 1""").query((row, _) -> row.getString("journal")).list();
    }
}
