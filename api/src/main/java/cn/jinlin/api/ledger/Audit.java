package cn.jinlin.api.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/// The audit trail: what administrators, staff and operators did. A journal like the others, with ids and no personal
/// data in it.
@Service
public class Audit {

    /// The name of its journal.
    public static final String JOURNAL = "audit";

    private static final int LONGEST_REASON = 500;

    private final Journal journal;
    private final JsonMapper json;

    Audit(Journals journals, JsonMapper json) {
        this.journal = journals.get(JOURNAL);
        this.json = json;
    }

    /// Puts an act on record, within the transaction of the act: it cannot be done without being recorded, nor recorded
    /// without being done. When and, for the web, from where is added: the address's first three bytes (IPv6: six).
    ///
    /// @param act what was done, in small letters: a noun, a dot and a verb, for example `facility.close`
    /// @param object on what: a type and a key, for example `Facility:12`
    /// @param reason as stated by the actor, at most 500 characters are kept; null where none is asked for
    /// @return the id of the journal's entry
    /// @throws IllegalStateException outside a transaction
    public long record(Actor actor, String act, String object, @Nullable String reason) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("actor", actor.id());
        said.put("actorKind", actor.kind().name());
        put(said, "actingFor", actor.actingFor());
        said.put("object", object);
        put(said, "from", from());
        put(said, "reason", reason == null ? null : plain(reason));
        return journal.append(act, json.writeValueAsString(said));
    }

    /// The same for whoever is signed in on this thread.
    public long record(String act, String object, @Nullable String reason) {
        return record(Actor.current(), act, object, reason);
    }

    private static void put(Map<String, String> said, String key, @Nullable String value) {
        if (value != null) {
            said.put(key, value);
        }
    }

    /// PostgreSQL keeps no NUL in JSON, and a line must stay a line wherever the trail is shown.
    private static String plain(String reason) {
        String line = reason.strip().replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_REASON
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_REASON));
    }

    private static @Nullable String from() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? Network.of(Objects.requireNonNullElse(web.getRequest().getRemoteAddr(), ""))
                : null;
    }
}
