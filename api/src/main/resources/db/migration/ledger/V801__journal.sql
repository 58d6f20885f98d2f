-- Append-only, hash-chained journals. An entry is written to the inbox within the transaction of what it records, and
-- chained right after the commit by whichever node is there: so appending never waits for anybody.

-- Where each chain ends.
create table journal_head (
    journal text primary key check (journal ~ '^[a-z]{1,20}$'),
    number  bigint not null check (number >= 0),
    hash    bytea  not null check (length(hash) = 32),
    -- HMAC-SHA256 of the above with a key that is not in this database; null where no such key is configured.
    seal    bytea
);

-- What is committed and not chained yet.
create table journal_inbox (
    id      bigint generated always as identity primary key,
    journal text        not null check (journal ~ '^[a-z]{1,20}$'),
    at      timestamptz not null,
    kind    text        not null check (kind ~ '^[a-z0-9.-]{1,60}$'),
    digest  bytea       not null check (length(digest) = 32),
    salt    bytea       not null,
    payload text        not null
);

-- The chain: hash = SHA-256(previous | number | id | at | digest | kind).
create table journal_entry (
    journal  text        not null,
    number   bigint      not null check (number > 0),
    id       bigint      not null,
    at       timestamptz not null,
    kind     text        not null,
    digest   bytea       not null,
    previous bytea       not null,
    hash     bytea       not null,
    primary key (journal, number)
);
create unique index journal_entry_id on journal_entry (id);

-- What entries say, beside the chain, where erasing it breaks nothing: digest = SHA-256(salt | payload).
create table journal_payload (
    journal text   not null,
    number  bigint not null,
    salt    bytea  not null,
    payload text   not null,
    primary key (journal, number)
);
create index journal_payload_audit_actor on journal_payload ((payload::jsonb ->> 'actor'), number) where journal = 'audit';
create index journal_payload_audit_object on journal_payload ((payload::jsonb ->> 'object'), number) where journal = 'audit';
create index journal_entry_kind on journal_entry (journal, kind, number);
create index journal_entry_at on journal_entry (journal, at, number);

create function journal_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'A journal is only ever added to: % on % refused', tg_op, tg_table_name using errcode = '42501';
end $$;

create trigger journal_entry_stays before update or delete or truncate on journal_entry
    for each statement execute function journal_refuse();
create trigger journal_payload_stays before update or truncate on journal_payload
    for each statement execute function journal_refuse();
create trigger journal_inbox_stays before update or truncate on journal_inbox
    for each statement execute function journal_refuse();
create trigger journal_head_stays before delete or truncate on journal_head
    for each statement execute function journal_refuse();

-- Erasing is meant, or it does not happen.
create function journal_payload_erase() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('jinlin.erasing', true), '') <> 'on' then
        raise exception 'A payload is only erased on purpose' using errcode = '42501';
    end if;
    return old;
end $$;
create trigger journal_payload_erase before delete on journal_payload
    for each row execute function journal_payload_erase();

-- Nothing leaves the inbox but into the chain.
create function journal_inbox_leave() returns trigger language plpgsql as $$
begin
    if not exists (select from journal_entry e where e.id = old.id and e.digest = old.digest) then
        raise exception 'Entry % is not chained yet', old.id using errcode = '42501';
    end if;
    return old;
end $$;
create trigger journal_inbox_leave before delete on journal_inbox
    for each row execute function journal_inbox_leave();

create function journal_head_forward() returns trigger language plpgsql as $$
begin
    if new.journal <> old.journal or new.number < old.number then
        raise exception 'A journal does not go back' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger journal_head_forward before update on journal_head
    for each row execute function journal_head_forward();

create function journal_inbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('journal_inbox', '');
    return null;
end $$;
create trigger journal_inbox_wake after insert on journal_inbox
    for each statement execute function journal_inbox_wake();
