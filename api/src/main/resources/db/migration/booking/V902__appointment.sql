create sequence appointment_number;

create table appointment (
    id          uuid primary key,
    -- Told to people and typed at desks: never changes, also when it is moved.
    number      text        not null unique,
    service_id  bigint      not null references bookable_service,
    schedule_id bigint      not null references schedule,
    facility_id bigint      not null,
    -- One of both: a slot's place, or an interval of a room.
    slot_claim  uuid        unique references slot_claim,
    interval_claim uuid     unique references interval_claim,
    slot_id     bigint references slot,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    -- Whose appointment it is, who made it, and by which proxy if for another. Null once the person was erased.
    person_id   uuid,
    actor_id    uuid,
    proxy_id    uuid,
    -- The desk's member of staff who made it by telephone or at the counter.
    staff_id    uuid,
    channel     text        not null check (channel in ('ONLINE', 'PHONE', 'WALK_IN', 'PRIORITY')),
    party       integer     not null default 1 check (party between 1 and 20),
    -- Answers to the service's questions, sealed.
    answers     bytea,
    state       text        not null check (state in ('BOOKED', 'ARRIVED', 'SERVED', 'CANCELLED', 'NO_SHOW')),
    -- RFC 5545 SEQUENCE: grows when it is moved or cancelled.
    sequence    integer     not null default 0,
    confirmed_at timestamptz,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    -- Why it was cancelled, a code; null otherwise.
    reason      text,
    check (ends_at > starts_at),
    check (num_nonnulls(slot_claim, interval_claim) = 1),
    check ((state = 'CANCELLED') = (reason is not null)),
    -- Nobody is in two places at once.
    constraint appointment_one_at_a_time exclude using gist
        (person_id with =, tstzrange(starts_at, ends_at) with &&) where (state in ('BOOKED', 'ARRIVED'))
);
create index appointment_person on appointment (person_id, starts_at);
create index appointment_actor on appointment (actor_id, starts_at) where actor_id is not null;
create index appointment_day on appointment (facility_id, starts_at);
create index appointment_slot on appointment (slot_id) where state in ('BOOKED', 'ARRIVED');

-- Who waits for a place in a slot, in order. An offer is a hold made for them.
create table waitlist_entry (
    id         uuid primary key,
    position   bigint generated always as identity,
    slot_id    bigint      not null references slot,
    person_id  uuid,
    actor_id   uuid,
    proxy_id   uuid,
    party      integer     not null default 1 check (party between 1 and 20),
    state      text        not null check (state in ('WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'LAPSED')),
    claim      uuid references slot_claim,
    created_at timestamptz not null,
    check (state <> 'OFFERED' or claim is not null)
);
create unique index waitlist_once on waitlist_entry (slot_id, person_id) where state in ('WAITING', 'OFFERED');
create index waitlist_order on waitlist_entry (slot_id, position) where state = 'WAITING';
create index waitlist_actor on waitlist_entry (actor_id) where state in ('WAITING', 'OFFERED');

-- What was answered to whom under which key, so that asking again does nothing twice. Kept for a day.
create table booking_request (
    actor_id   uuid        not null,
    key        uuid        not null,
    act        text        not null,
    -- SHA-256 of the input: the same key with another input is refused.
    digest     bytea       not null,
    -- The outcome: the object's id, or the codes refused with.
    outcome    jsonb       not null,
    created_at timestamptz not null,
    primary key (actor_id, key)
);
create index booking_request_age on booking_request (created_at);
