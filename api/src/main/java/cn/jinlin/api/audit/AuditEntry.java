package cn.jinlin.api.audit;

import java.time.Instant;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.ledger.Actor;
import org.jspecify.annotations.Nullable;

/// An act on record, as the GraphQL type has it. All but number, act and time is null once it was erased.
public record AuditEntry(long number, Instant at, String act, @Nullable Said said) {

    /// As the journal's payload keeps it.
    ///
    /// @param object a type, a colon and a key
    record Said(String actor, Actor.Kind actorKind, @Nullable String actingFor, String object, @Nullable String from,
            @Nullable String reason) {}

    public String id() {
        return GlobalId.of("AuditEntry", number);
    }

    public boolean erased() {
        return said == null;
    }

    public @Nullable String actor() {
        return said == null ? null : said.actor();
    }

    public Actor.@Nullable Kind actorKind() {
        return said == null ? null : said.actorKind();
    }

    public @Nullable String actingFor() {
        return said == null ? null : said.actingFor();
    }

    public @Nullable String objectType() {
        return said == null ? null : said.object().replaceFirst(":.*", "");
    }

    public @Nullable String object() {
        return said == null
                ? null
                : GlobalId.of(said.object().replaceFirst(":.*", ""), said.object().replaceFirst("[^:]*:", ""));
    }

    public @Nullable String from() {
        return said == null ? null : said.from();
    }

    public @Nullable String reason() {
        return said == null ? null : said.reason();
    }
}
