package cn.jinlin.api.account.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts in the record what signing in costs, so that every node knows and Redis may be away.
///
/// A count is kept before what it counts is done, and stays whatever comes of it.
@Component
public class SignInLimits {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long SHANGHAI_SECONDS = 8 * 3600;
    /// One row for everybody would make everybody wait for everybody.
    private static final int SHARES = 16;
    private static final byte[] NOBODY = {};

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final SignInSettings settings;
    private final Clock clock;

    SignInLimits(JdbcClient jdbc, PersonalCipher cipher, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
    }

    /// Whose measure was full.
    public enum Scope {
        PHONE, ADDRESS, EVERYBODY
    }

    /// @param retryAfter until the measure is empty again
    public record Exceeded(Scope scope, Duration retryAfter) {

        public String retryAfterSeconds() {
            return Long.toString(retryAfter.toSeconds());
        }
    }

    /// Counts a message that is asked for.
    public Optional<Exceeded> countCode(PhoneNumber phone, String address) {
        return count("code", phone, address, settings.codesPerPhoneAndDay(), settings.codesPerAddressAndHour(),
                settings.codesPerMinute());
    }

    /// Counts a proof that is tried.
    ///
    /// @param phone null where the proof is of another kind
    public Optional<Exceeded> countTry(@Nullable PhoneNumber phone, String address) {
        return count("try", phone, address, phone == null ? Integer.MAX_VALUE : settings.triesPerPhoneAndDay(),
                settings.triesPerAddressAndHour(), settings.triesPerMinute());
    }

    private Optional<Exceeded> count(String what, @Nullable PhoneNumber phone, String address, int perPhone,
            int perAddress, int perMinute) {
        Instant now = clock.instant();
        // Kinds always in the same order, so that no two requests wait for each other. Losing the counts of a crash's last
        // half second is no harm, so nobody waits for the disk.
        List<Long> counts = jdbc.sql("""
                with hasty as materialized (select set_config('synchronous_commit', 'off', true)),
                counted as (
                    insert into sign_in_count as c (what, who, since, count)
                    select what, who, since, 1 from hasty, (values
                        (:what || '.phone', cast(:phone as bytea), cast(:day as timestamptz)),
                        (:what || '.address', :address, :hour),
                        (:what || '.all', :share, :minute)) as v (what, who, since)
                    where length(who) > 0
                    on conflict (what, who, since) do update set count = c.count + 1
                    returning what, count)
                select coalesce((select count from counted where what = :what || '.phone'), 0) as phone,
                    (select count from counted where what = :what || '.address') as address,
                    1 + coalesce((select sum(count) from sign_in_count
                        where what = :what || '.all' and since = :minute), 0) as everybody
                """)
                .param("what", what)
                .param("phone", phone == null ? NOBODY : cipher.blindIndex("sign_in.phone", phone.digits()))
                .param("address", cipher.blindIndex("sign_in.address", network(address)))
                .param("share", new byte[]{(byte) ThreadLocalRandom.current().nextInt(SHARES)})
                .param("day", Timestamp.from(start(now, DAY)))
                .param("hour", Timestamp.from(start(now, HOUR)))
                .param("minute", Timestamp.from(start(now, MINUTE)))
                .query((row, _) -> List.of(row.getLong("phone"), row.getLong("address"), row.getLong("everybody")))
                .single();
        if (counts.get(0) > perPhone) {
            return exceeded(Scope.PHONE, now, DAY);
        }
        if (counts.get(1) > perAddress) {
            return exceeded(Scope.ADDRESS, now, HOUR);
        }
        return counts.get(2) > perMinute ? exceeded(Scope.EVERYBODY, now, MINUTE) : Optional.empty();
    }

    private static Optional<Exceeded> exceeded(Scope scope, Instant now, Duration window) {
        return Optional.of(new Exceeded(scope, Duration.between(now, start(now, window).plus(window))));
    }

    /// The window's first instant; days begin at midnight in Shanghai, which keeps one offset all year.
    private static Instant start(Instant now, Duration window) {
        long shifted = now.getEpochSecond() + SHANGHAI_SECONDS;
        return Instant.ofEpochSecond(shifted - shifted % window.toSeconds() - SHANGHAI_SECONDS);
    }

    /// A home has one IPv4 address, but 2^64 of IPv6.
    private static String network(String address) {
        try {
            InetAddress read = InetAddress.ofLiteral(address);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), 8))
                    : read.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }
}
