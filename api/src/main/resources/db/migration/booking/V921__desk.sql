-- Where people are served. Numbers drawn there without a connection begin with F, its ordinal and a dash.
create table desk_counter (
    id          uuid primary key,
    facility_id bigint  not null references facility,
    ordinal     integer not null check (ordinal between 1 and 100),
    name        text    not null check (length(name) between 1 and 20),
    name_en     text    check (length(name_en) between 1 and 40),
    -- What it serves; everything when empty.
    services    bigint[] not null default '{}',
    -- The day on which somebody works there; null once closed.
    open_on     date,
    unique (facility_id, name),
    unique (facility_id, ordinal)
);

-- How a facility's line mixes booked, walk-in and priority. Facilities without a row go by the defaults.
create table line_rule (
    facility_id         bigint primary key references facility,
    early_minutes       integer not null default 5 check (early_minutes between 0 and 60),
    late_minutes        integer not null default 10 check (late_minutes between 0 and 120),
    priority_every      integer not null default 3 check (priority_every between 2 and 20),
    walk_in_every       integer not null default 4 check (walk_in_every between 2 and 20),
    calls_before_missed integer not null default 2 check (calls_before_missed between 1 and 5)
);

-- A facility's line of one day. Whoever changes the line holds this row: two counters never choose at once.
create table line_day (
    facility_id bigint  not null references facility,
    day         date    not null,
    booked      integer not null default 0,
    walk_in     integer not null default 0,
    priority    integer not null default 0,
    primary key (facility_id, day)
);

-- Grows with every call, so that a screen tells a repeated call from the one before.
create sequence line_announcement;

create table line_ticket (
    id             uuid primary key,
    -- The order of drawing, where the clock does not tell.
    position       bigint      generated always as identity,
    facility_id    bigint      not null references facility,
    day            date        not null,
    number         text        not null check (number ~ '^([ABC][0-9]{3,4}|F[0-9]{1,3}-[0-9]{2})$'),
    lane           text        not null check (lane in ('BOOKED', 'WALK_IN', 'PRIORITY')),
    service_id     bigint      not null references bookable_service,
    appointment_id uuid        unique references appointment,
    -- The resident who drew it by phone.
    holder         uuid,
    state          text        not null check (state in ('WAITING', 'CALLED', 'PARKED', 'DONE', 'MISSED', 'LEFT')),
    drawn_at       timestamptz not null,
    due_at         timestamptz not null,
    -- Had its turn already and was set aside or sent on: goes first.
    comes_back     boolean     not null default false,
    -- Where it was called to; while waiting, the only counter that may call it.
    counter_id     uuid        references desk_counter,
    -- The first call at that counter, and how often it was called there.
    called_at      timestamptz,
    calls          integer     not null default 0,
    announced      bigint,
    ended_at       timestamptz,
    unique (facility_id, day, number),
    check (state <> 'CALLED' or (counter_id is not null and called_at is not null and calls > 0)),
    check ((ended_at is not null) = (state in ('DONE', 'MISSED', 'LEFT')))
);
-- A counter serves one at a time.
create unique index line_ticket_at_counter on line_ticket (counter_id) where state = 'CALLED';
create unique index line_ticket_one_each on line_ticket (facility_id, day, holder)
    where holder is not null and state in ('WAITING', 'CALLED', 'PARKED');
create index line_ticket_open on line_ticket (facility_id, day) where state in ('WAITING', 'CALLED', 'PARKED');
create index line_ticket_holder on line_ticket (holder, day) where holder is not null;
create index line_ticket_served on line_ticket (facility_id, service_id, ended_at desc) where state = 'DONE';

-- Who was called when, by which the mixing counts. One row for each ticket a counter took on, none for calling it again.
create table line_call (
    id          bigint generated always as identity primary key,
    facility_id bigint      not null references facility,
    day         date        not null,
    ticket_id   uuid        not null references line_ticket,
    lane        text        not null,
    counter_id  uuid        not null references desk_counter,
    staff_id    uuid        not null,
    called_at   timestamptz not null
);
create index line_call_recent on line_call (facility_id, day, called_at desc);
create index line_call_ticket on line_call (ticket_id);

-- What was done under which key, so that sending it again does nothing twice. Kept for some days.
create table desk_act (
    facility_id bigint      not null references facility,
    key         uuid        not null,
    -- SHA-256 of the act: the same key with another act is refused.
    digest      bytea       not null,
    ticket_id   uuid        references line_ticket,
    -- Why it does not count; null when it does.
    conflict    text,
    arguments   text[]      not null default '{}',
    actor_id    uuid        not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (facility_id, key)
);
create index desk_act_age on desk_act (recorded_at);

-- What counters are told after a lost connection.
create table desk_notice (
    id          bigint generated always as identity primary key,
    facility_id bigint      not null references facility,
    day         date        not null,
    counter_id  uuid        not null references desk_counter,
    code        text        not null,
    -- Numbers of tickets and names of counters, as the message names them.
    arguments   text[]      not null,
    at          timestamptz not null
);
create index desk_notice_day on desk_notice (facility_id, day, id desc);
