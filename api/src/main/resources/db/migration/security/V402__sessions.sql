-- The plain key pair gives way to an encrypted one; the service moves what is there when it first reads it.
alter table signing_key alter column private_jwk drop not null;
alter table signing_key add column private_cipher bytea;
-- From when a key signs. It is published before, so that every node and every client knows it by then.
alter table signing_key add column signs_from timestamptz not null default now();
alter table signing_key add constraint signing_key_is_kept check (num_nonnulls(private_jwk, private_cipher) = 1);

-- Sign-ins. All times are PostgreSQL's own: nodes need not agree on the time.
create table session (
    id            uuid primary key,
    -- Kind and id, as tokens name it: 'resident:…'.
    subject       text        not null,
    client        text        not null,
    device        text        not null check (length(device) <= 80),
    -- Without its end.
    address       text        not null,
    -- SHA-256 of the secret that its device keeps beside the refresh token.
    device_hash   bytea       not null,
    -- SHA-256 of the refresh token that was given last, and of the one it was given for.
    refresh_hash  bytea       not null,
    previous_hash bytea,
    -- What the one was made of the other with.
    salt          text,
    rotated_at    timestamptz not null default now(),
    created_at    timestamptz not null default now(),
    last_seen_at  timestamptz not null default now(),
    ended_at      timestamptz,
    ended_why     text check (ended_why in ('SIGNED_OUT', 'ENDED_BY_OWNER', 'EVERYWHERE', 'REFRESH_REUSED', 'OTHER_DEVICE',
                                            'TOO_MANY', 'REVOKED')),
    -- In which transaction it ended, so that nodes can ask what ended since and miss nothing.
    ended_in      xid8,
    check ((ended_at is null) = (ended_in is null) and (ended_at is null) = (ended_why is null))
);
create index session_of_subject on session (subject) where ended_at is null;
create index session_ended on session (ended_in) where ended_at is not null;
create index session_last_seen on session (last_seen_at);

-- Every refresh token that was ever given in a session, while it could still be shown: one that comes back is noticed.
create table refresh_token (
    hash       bytea primary key,
    session_id uuid        not null references session on delete cascade,
    given_at   timestamptz not null default now()
);
create index refresh_token_of_session on refresh_token (session_id);
create index refresh_token_given on refresh_token (given_at);

-- Wakes all nodes when a transaction that ended sessions commits.
create function session_end_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('session_end', '');
    return null;
end $$;

create trigger session_end_wake after update of ended_at on session
    for each statement execute function session_end_wake();
