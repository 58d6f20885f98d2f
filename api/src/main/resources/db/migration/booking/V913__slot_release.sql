-- How wanted places go out, held as data: one row for all services, and one for each that differs.
create table release_rule (
    service_id       bigint unique references bookable_service on delete cascade,
    -- The waiting room opens so many minutes before the hour, lets so many in a second, and is no more needed so many
    -- minutes after it.
    room_opens       integer not null check (room_opens between 1 and 1440),
    room_per_second  integer not null check (room_per_second between 1 and 10000),
    room_lasts       integer not null check (room_lasts between 1 and 1440),
    -- So many hours a drawn place is held for whoever won it.
    lottery_hold     integer not null check (lottery_hold between 1 and 168),
    -- Whoever cancelled a place cannot take it for somebody else for so many hours.
    transfer_hours   integer not null check (transfer_hours between 0 and 720)
);
create unique index release_rule_for_all on release_rule ((true)) where service_id is null;
insert into release_rule (service_id, room_opens, room_per_second, room_lasts, lottery_hold, transfer_hours)
    values (null, 30, 20, 60, 24, 24);

-- The hour at which places of a wanted service go out. Its seed is committed to before anybody can come.
create table slot_release (
    id           uuid primary key,
    service_id   bigint      not null references bookable_service on delete cascade,
    kind         text        not null check (kind in ('WAITING_ROOM', 'LOTTERY')),
    releases_at  timestamptz not null,
    -- SHA-256 of the seed, published from the start; the seed, sealed with a key that is not in this database; and the seed
    -- for everybody once the order was drawn from it.
    seed_hash    bytea       not null,
    seed_cipher  bytea       not null,
    seed         bytea,
    drawn_at     timestamptz,
    -- When the next one who comes after the draw may enter, and which place that is.
    next_at      timestamptz,
    next_place   integer,
    created_at   timestamptz not null,
    unique (service_id, releases_at),
    check ((seed is null) = (drawn_at is null) and (next_at is null) = (drawn_at is null)
        and (next_place is null) = (drawn_at is null))
);
create index slot_release_due on slot_release (releases_at) where drawn_at is null;

-- What is drawn: published, and nobody's name.
create sequence release_number start 100001;

create table release_ticket (
    id          uuid primary key,
    release_id  uuid        not null references slot_release on delete cascade,
    number      bigint      not null unique default nextval('release_number'),
    -- Null once the resident was erased.
    resident_id uuid,
    entered_at  timestamptz not null,
    place       integer,
    admitted_at timestamptz,
    -- Its place was drawn; those of later ones follow one another.
    drawn       boolean     not null default false
);
create unique index release_ticket_once on release_ticket (release_id, resident_id);
create index release_ticket_of on release_ticket (resident_id);

create table lottery_entry (
    id         uuid primary key,
    release_id uuid        not null references slot_release on delete cascade,
    slot_id    bigint      not null references slot,
    number     bigint      not null unique default nextval('release_number'),
    person_id  uuid,
    actor_id   uuid,
    proxy_id   uuid,
    party      integer     not null check (party between 1 and 20),
    state      text        not null check (state in ('ENTERED', 'WON', 'WAITING', 'LEFT')),
    place      integer,
    claim      uuid references slot_claim,
    created_at timestamptz not null
);
-- One chance for each person.
create unique index lottery_entry_once on lottery_entry (release_id, person_id) where state <> 'LEFT';
create unique index lottery_entry_actor on lottery_entry (slot_id, actor_id) where state = 'ENTERED';
create index lottery_entry_release on lottery_entry (release_id, number);
create index lottery_entry_of on lottery_entry (actor_id);
create index lottery_entry_person on lottery_entry (person_id);
