package cn.jinlin.api.booking.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was done under which key.
@Repository
class DeskActs {

    private final JdbcClient jdbc;
    private final Lines lines;
    private final LineTickets tickets;
    private final Clock clock;

    DeskActs(JdbcClient jdbc, Lines lines, LineTickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.tickets = tickets;
        this.clock = clock;
    }

    /// @param ticket as it is now
    /// @param already it had been done before
    record Done(Ticket ticket, boolean already) {}

    record Kept(@Nullable UUID ticket, @Nullable Refused conflict) {}

    /// Why it does not count.
    ///
    /// @param arguments what the message names
    record Refused(String code, List<String> arguments) {

        static Refused of(BadInput refused) {
            return new Refused(refused.reason(), refused.arguments().stream().map(String::valueOf).toList());
        }

        BadInput bad() {
            return new BadInput("input.key", code, arguments.toArray());
        }
    }

    /// Does the act unless it was done before, while the line is held: in the caller's transaction.
    ///
    /// @throws BadInput KEY_USED_OTHERWISE, what the work refuses, and what was refused under that key for good
    Done once(Act act, Supplier<Ticket> work) {
        lines.lock(act.facility(), act.day());
        Optional<Kept> before = find(act);
        if (before.isPresent()) {
            return again(before.get());
        }
        Ticket ticket = work.get();
        insert(act, ticket.id(), null);
        return new Done(ticket, false);
    }

    private Done again(Kept before) {
        if (before.conflict() != null) {
            throw before.conflict().bad();
        }
        return new Done(tickets.find(Objects.requireNonNull(before.ticket())).orElseThrow(), true);
    }

    /// @throws BadInput KEY_USED_OTHERWISE
    Optional<Kept> find(Act act) {
        record Found(String digest, Kept kept) {}
        Optional<Found> found = jdbc
                .sql("select encode(digest, 'hex'), ticket_id, conflict, arguments from desk_act where facility_id = ? and key = ?")
                .param(act.facility())
                .param(act.key())
                .query((row, _) -> {
                    String code = row.getString(3);
                    Refused refused = code == null
                            ? null
                            : new Refused(code, List.of((String[]) row.getArray(4).getArray()));
                    return new Found(row.getString(1), new Kept(row.getObject(2, UUID.class), refused));
                })
                .optional();
        if (found.isPresent() && !found.get().digest().equals(HexFormat.of().formatHex(digest(act)))) {
            throw new BadInput("input.key", "KEY_USED_OTHERWISE");
        }
        return found.map(Found::kept);
    }

    /// The ticket that was drawn by the act of that key.
    Optional<UUID> findTicket(long facility, UUID key) {
        return jdbc.sql("select ticket_id from desk_act where facility_id = ? and key = ? and ticket_id is not null")
                .param(facility)
                .param(key)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .optional();
    }

    void insert(Act act, @Nullable UUID ticket, @Nullable Refused conflict) {
        jdbc.sql("""
                insert into desk_act (facility_id, key, digest, ticket_id, conflict, arguments, actor_id, happened_at,
                                      recorded_at)
                values (:facility, :key, :digest, :ticket, :conflict, :arguments, :actor, :happened, :now)
                on conflict do nothing""")
                .param("facility", act.facility())
                .param("key", act.key())
                .param("digest", digest(act))
                .param("ticket", ticket)
                .param("conflict", conflict == null ? null : conflict.code())
                .param("arguments", conflict == null ? new String[0] : conflict.arguments().toArray(String[]::new))
                .param("actor", act.actor())
                .param("happened", Timestamp.from(act.at()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// @return how many went
    int deleteOlderThan(Duration age) {
        return jdbc.sql("delete from desk_act where recorded_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private static byte[] digest(Act act) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(act.said().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
