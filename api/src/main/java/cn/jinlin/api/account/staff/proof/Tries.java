package cn.jinlin.api.account.staff.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.account.staff.StaffLockedOut;
import cn.jinlin.api.security.SignInRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts wrong tries by the name that was typed, whether or not there is such an account: an unknown name is shut just as
/// a known one. A try is counted before it is checked, so that many at once gain nothing.
@Component
class Tries {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final LockoutSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tries(JdbcClient jdbc, PlatformTransactionManager transactions, LockoutSettings settings, Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        apart = new TransactionTemplate(transactions);
        // Whatever becomes of the request, its try stays counted.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Takes one try.
    ///
    /// @throws SignInRefusedException `locked`, with `retry_after` in seconds, when there is none left
    void take(byte[] name) throws SignInRefusedException {
        Instant now = clock.instant();
        boolean taken = Objects.requireNonNull(apart.execute(_ -> jdbc.sql("""
                insert into staff_sign_in_try as t (name_index, failures, lockouts, last_at) values (:name, 1, 0, :now)
                on conflict (name_index) do update set last_at = :now, locked_until = null,
                    failures = case when t.locked_until is not null or t.failures >= :tries or t.last_at <= :forgotten
                        then 1 else t.failures + 1 end,
                    lockouts = case when t.last_at <= :forgotten then 0 else t.lockouts end
                where case when t.locked_until is null then t.failures < :tries or t.last_at <= :stale
                    else t.locked_until <= :now end""")
                .param("name", name)
                .param("now", Timestamp.from(now))
                .param("tries", settings.tries())
                // Tries that never ended, because their node did.
                .param("stale", Timestamp.from(now.minus(settings.first())))
                .param("forgotten", Timestamp.from(now.minus(settings.forgetAfter())))
                .update() == 1));
        if (!taken) {
            throw new SignInRefusedException("locked",
                    Map.of("retry_after", Long.toString(Math.max(1, secondsLeft(name, now)))));
        }
    }

    private long secondsLeft(byte[] name, Instant now) {
        return jdbc.sql("select locked_until from staff_sign_in_try where name_index = ?")
                .param(name)
                .query((row, _) -> java.util.Optional.ofNullable(row.getTimestamp("locked_until")))
                .optional()
                .flatMap(until -> until)
                .map(until -> Duration.between(now, until.toInstant()).toSeconds())
                .orElse(1L);
    }

    /// The try was wrong. The last one that is let through shuts the name.
    ///
    /// @param staff whose name it is; null for nobody's
    void fail(byte[] name, @Nullable UUID staff) {
        apart.executeWithoutResult(_ -> {
            Integer earlier = jdbc.sql("""
                    select lockouts from staff_sign_in_try
                    where name_index = ? and failures >= ? and locked_until is null for update""")
                    .params(name, settings.tries())
                    .query(Integer.class)
                    .optional()
                    .orElse(null);
            if (earlier == null) {
                return;
            }
            Instant until = clock.instant().plus(settings.length(earlier));
            jdbc.sql("update staff_sign_in_try set locked_until = ?, lockouts = lockouts + 1 where name_index = ?")
                    .params(Timestamp.from(until), name)
                    .update();
            if (staff != null) {
                events.publishEvent(new StaffLockedOut(staff, until));
            }
        });
    }

    /// The try was right, but it was not the last step: earlier wrong ones stay counted.
    void giveBack(byte[] name) {
        apart.executeWithoutResult(_ -> jdbc
                .sql("update staff_sign_in_try set failures = greatest(failures - 1, 0) where name_index = ?")
                .param(name)
                .update());
    }

    /// Somebody signed in, or an administrator gave them another password.
    void clear(byte[] name) {
        apart.executeWithoutResult(
                _ -> jdbc.sql("delete from staff_sign_in_try where name_index = ?").param(name).update());
    }

    /// Names that nobody tried for long need not be kept, least of all those of nobody.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forget() {
        Instant now = clock.instant();
        jdbc.sql("delete from staff_sign_in_try where last_at <= ? and (locked_until is null or locked_until <= ?)")
                .params(Timestamp.from(now.minus(settings.forgetAfter())), Timestamp.from(now))
                .update();
    }
}
