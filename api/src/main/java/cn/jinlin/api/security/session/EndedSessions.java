package cn.jinlin.api.security.session;

import java.util.List;
import java.util.UUID;

import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.RecordAwayException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which sessions ended while access tokens of theirs may still be about. Held in each node's memory, told by the record,
/// so that no store is asked when a token is checked.
///
/// An entry lives as long as the longest access token made before the session ended; so there are never more than the
/// sign-outs of some twelve minutes. Sessions are named, not moments: no two clocks need agree on what came first.
///
/// A node that has not heard from the record for a minute trusts no token: somebody may have lost their phone meanwhile.
/// It costs little, because nearly all that a signed-in person does needs the record anyway, and visitors go on reading.
@Component
public class EndedSessions {

    private final JdbcClient jdbc;
    private final IssuerSettings.Tokens tokens;
    private final Cache<UUID, Boolean> ended;
    private volatile @Nullable String since;
    private volatile long heardAt;

    EndedSessions(JdbcClient jdbc, IssuerSettings settings) {
        this.jdbc = jdbc;
        this.tokens = settings.tokens();
        this.ended = Caffeine.newBuilder().expireAfterWrite(tokens.accessAtMost()).build();
    }

    /// @throws RecordAwayException when this node cannot know
    public boolean isEnded(UUID session) {
        requireHeard();
        return ended.getIfPresent(session) != null;
    }

    /// @throws RecordAwayException when this node has not heard from the record for too long
    public void requireHeard() {
        if (since == null) {
            look();
        }
        if (System.nanoTime() - heardAt > tokens.away().toNanos()) {
            throw new RecordAwayException();
        }
    }

    /// Hears what ended since the last time; of some sessions again, because their transactions may only now have ended.
    synchronized void look() {
        long askedAt = System.nanoTime();
        String known = since;
        String upTo = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text").query(String.class).single();
        (known == null ? listRecent() : list(known)).forEach(session -> ended.put(session, true));
        since = upTo;
        heardAt = askedAt;
    }

    private List<UUID> listRecent() {
        return jdbc.sql("select id from session where ended_at > now() - make_interval(secs => ?)")
                .param(tokens.accessAtMost().toSeconds())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// The upper bound leaves out rows of another cluster whose transactions are yet to come here.
    private List<UUID> list(String known) {
        return jdbc.sql("""
                select id from session where ended_at is not null and ended_in >= cast(? as xid8)
                and ended_in < pg_snapshot_xmax(pg_current_snapshot())
                and ended_at > now() - make_interval(secs => ?)""")
                .param(known)
                .param(tokens.accessAtMost().toSeconds())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
