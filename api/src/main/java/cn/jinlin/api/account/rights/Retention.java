package cn.jinlin.api.account.rights;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import cn.jinlin.api.personal.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Applies the rules of retention, each once an hour on whichever node comes first. Whoever moves a rule's next time on
/// has the work; if they die over it, the next hour's node does it.
@Component
class Retention {

    private static final Duration EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final List<RetentionRule> rules;
    private final Clock clock;

    Retention(JdbcClient jdbc, List<RetentionRule> rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /// @return whether there was one to apply
    boolean applyNext() {
        return claim().map(this::apply).isPresent();
    }

    /// A rule that was never applied is due at once.
    private Optional<RetentionRule> claim() {
        String[] names = rules.stream().map(RetentionRule::name).toArray(String[]::new);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into retention_run (rule, next_at)
                select name, :now from unnest(:names) as wanted (name)
                 where not exists (select from retention_run where rule = name) on conflict do nothing""")
                .param("names", names)
                .param("now", now)
                .update();
        return jdbc.sql("""
                with due as (select rule from retention_run where next_at <= :now and rule = any(:names)
                              order by next_at limit 1 for update skip locked)
                update retention_run r set next_at = :next from due where r.rule = due.rule returning r.rule""")
                .param("now", now)
                .param("names", names)
                .param("next", Timestamp.from(clock.instant().plus(EVERY)))
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .optional()
                .flatMap(name -> rules.stream().filter(rule -> rule.name().equals(name)).findFirst());
    }

    private RetentionRule apply(RetentionRule rule) {
        int removed = rule.apply();
        jdbc.sql("update retention_run set last_at = ?, removed = ? where rule = ?")
                .param(Timestamp.from(clock.instant()))
                .param(removed)
                .param(rule.name())
                .update();
        return rule;
    }
}
