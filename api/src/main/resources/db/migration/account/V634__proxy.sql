-- Who may act for whom (为家人代办).
create table proxy (
    id               uuid primary key,
    position         bigint generated always as identity,
    person_id        uuid not null references resident,
    -- Null until the invited accepts.
    actor_id         uuid references resident,
    kind             text not null check (kind in ('INVITED', 'DESK', 'GUARDIAN')),
    state            text not null check (state in ('INVITED', 'ACTIVE', 'DECLINED', 'ENDED')),
    scopes           text[] not null check (cardinality(scopes) > 0 and scopes <@ array['BOOKING', 'LETTERS', 'VOLUNTEERING']),
    relation_cipher  bytea,
    phone_cipher     bytea,
    -- HMAC of the invited number: shows the invitation to whoever signs in with it.
    phone_index      bytea,
    paper_cipher     bytea,
    -- The desk's unit, where a desk registered it.
    unit_id          uuid,
    invited_at       timestamptz not null,
    -- An invitation is open until then.
    answer_by        timestamptz,
    -- Null until the invited was told by message, where there is anybody to tell.
    told_at          timestamptz,
    tell_attempts    integer not null default 0,
    accepted_at      timestamptz,
    ends_on          date not null,
    ended_at         timestamptz,
    check (person_id <> actor_id),
    check (state <> 'ACTIVE' or (actor_id is not null and accepted_at is not null)),
    check (state <> 'INVITED' or (phone_index is not null and answer_by is not null)),
    check (state in ('INVITED', 'ACTIVE') or ended_at is not null)
);
create unique index proxy_active on proxy (person_id, actor_id) where state = 'ACTIVE';
create unique index proxy_invited on proxy (person_id, phone_index) where state = 'INVITED';
create index proxy_actor on proxy (actor_id) where state = 'ACTIVE';
create index proxy_phone on proxy (phone_index) where state = 'INVITED';
create index proxy_unit on proxy (unit_id, position desc) where unit_id is not null;
