-- How often something was asked for within a span of time, so that nobody can try codes out or flood phones.
create table sign_in_count (
    what  text        not null,
    -- Blind index of a phone or an address; the number of a share where everybody counts together.
    who   bytea       not null,
    since timestamptz not null,
    count integer     not null,
    primary key (what, who, since)
);
create index sign_in_count_since on sign_in_count (since);

-- The one code of a phone and a purpose that may still work. A newer one takes the place of the older.
create table phone_code (
    purpose     text        not null check (purpose in ('SIGN_IN', 'NEW_PHONE', 'CURRENT_PHONE')),
    phone_index bytea       not null,
    -- The resident a change of number is for; all zeros for signing in, which nobody does as somebody yet.
    owner       uuid        not null,
    code_hash   bytea       not null,
    tries       integer     not null default 0,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    primary key (purpose, phone_index)
);
create index phone_code_expires on phone_code (expires_at);

-- Codes on their way to the provider, encrypted; a row is gone once its message was accepted or is of no use any more.
create table phone_code_message (
    id         uuid        primary key,
    purpose    text        not null,
    phone      bytea       not null,
    code       bytea       not null,
    language   text        not null,
    attempts   integer     not null default 0,
    next_at    timestamptz not null,
    expires_at timestamptz not null
);
create index phone_code_message_next on phone_code_message (next_at);

create function phone_code_message_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('phone_code_message', '');
    return null;
end $$;

create trigger phone_code_message_wake after insert on phone_code_message
    for each statement execute function phone_code_message_wake();
