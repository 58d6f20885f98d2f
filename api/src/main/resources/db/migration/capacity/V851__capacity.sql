create extension if not exists btree_gist;

-- What slots belong to: a schedule of booking, a shift of volunteering. Each domain's own table takes its ids from here.
create sequence slot_series;

-- A span of time in which so many can come. Never oversold: whoever takes a place raises `taken`, and the check holds.
create table slot (
    id             bigint generated always as identity primary key,
    series_id      bigint      not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    -- From when, and until when, places may be asked for.
    releases_at    timestamptz not null,
    closes_at      timestamptz not null,
    open           boolean     not null default true,
    capacity       integer     not null check (capacity between 0 and 100000),
    taken          integer     not null default 0,
    -- Places kept for one way of coming, until they flow back to all.
    room_online    integer     not null,
    room_phone     integer     not null default 0,
    room_walk_in   integer     not null default 0,
    room_priority  integer     not null default 0,
    taken_online   integer     not null default 0 check (taken_online >= 0),
    taken_phone    integer     not null default 0 check (taken_phone >= 0),
    taken_walk_in  integer     not null default 0 check (taken_walk_in >= 0),
    taken_priority integer     not null default 0 check (taken_priority >= 0),
    flows_back_at  timestamptz not null,
    unique (series_id, starts_at),
    check (ends_at > starts_at),
    check (closes_at > releases_at),
    constraint slot_never_oversold check (taken between 0 and capacity),
    constraint slot_taken_adds_up check (taken = taken_online + taken_phone + taken_walk_in + taken_priority),
    constraint slot_rooms_add_up check (least(room_online, room_phone, room_walk_in, room_priority) >= 0
        and capacity = room_online + room_phone + room_walk_in + room_priority)
) with (fillfactor = 50);

-- Places somebody holds for some minutes, or has.
create table slot_claim (
    id         uuid primary key,
    slot_id    bigint      not null references slot,
    pool       text        not null check (pool in ('ONLINE', 'PHONE', 'WALK_IN', 'PRIORITY')),
    places     integer     not null check (places between 1 and 100),
    state      text        not null check (state in ('HELD', 'TAKEN', 'GIVEN_BACK')),
    -- Who asked: a resident or a member of staff.
    holder     uuid        not null,
    held_until timestamptz,
    created_at timestamptz not null,
    check (state <> 'HELD' or held_until is not null)
);
create unique index slot_claim_one_hold on slot_claim (holder, slot_id) where state = 'HELD';
create index slot_claim_lapsing on slot_claim (held_until) where state = 'HELD';
create index slot_claim_holds on slot_claim (slot_id, held_until) where state = 'HELD';

-- A court or a room, from when to when the one who hires it says. Two that overlap cannot both stand.
create table interval_claim (
    id         uuid primary key,
    series_id  bigint      not null,
    period     tstzrange   not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
    state      text        not null check (state in ('HELD', 'TAKEN', 'GIVEN_BACK')),
    holder     uuid        not null,
    held_until timestamptz,
    created_at timestamptz not null,
    check (state <> 'HELD' or held_until is not null),
    constraint interval_never_twice exclude using gist (series_id with =, period with &&) where (state <> 'GIVEN_BACK')
);
create index interval_claim_lapsing on interval_claim (held_until) where state = 'HELD';
create index interval_claim_holder on interval_claim (holder) where state = 'HELD';
