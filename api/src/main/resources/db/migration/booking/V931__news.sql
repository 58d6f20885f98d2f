-- What people have yet to be told of appointments. Whoever books waits for one insert; the words are found afterwards.
create table appointment_news (
    id             bigint generated always as identity primary key,
    -- One of both: an appointment, or somebody who waits and is offered a place.
    appointment_id uuid references appointment on delete cascade,
    entry_id       uuid references waitlist_entry on delete cascade,
    kind           text        not null check (kind in ('BOOKED', 'MOVED', 'CANCELLED', 'CANCELLED_BY_FACILITY', 'OFFERED')),
    -- When it begins, or was to begin, as it was then; null of an offer, which names a slot.
    starts_at      timestamptz,
    -- When it was to begin before it was moved; until when an offer stands.
    other_at       timestamptz,
    reason         text,
    -- The resident who did it; null where staff or the service did.
    acting         uuid,
    attempts       integer     not null default 0,
    created_at     timestamptz not null,
    check (num_nonnulls(appointment_id, entry_id) = 1 and num_nonnulls(starts_at, entry_id) = 1),
    check ((kind = 'OFFERED') = (entry_id is not null)),
    check ((kind in ('MOVED', 'OFFERED')) = (other_at is not null)),
    check ((kind = 'CANCELLED_BY_FACILITY') = (reason is not null))
);

-- Which reminders went out: one of each kind for each time an appointment has had.
create table appointment_reminder (
    appointment_id uuid        not null references appointment on delete cascade,
    kind           text        not null check (kind in ('DAY', 'HOURS')),
    starts_at      timestamptz not null,
    sent_at        timestamptz not null,
    primary key (appointment_id, kind, starts_at)
);
-- Appointments that may have to be reminded of.
create index appointment_to_come on appointment (starts_at) where state = 'BOOKED';

-- Links in reminders, by the SHA-256 of their secret part. They end with the appointment.
create table reminder_link (
    hash           bytea       primary key,
    appointment_id uuid        not null references appointment on delete cascade,
    -- It was cancelled by this link: it still tells so.
    cancelled      boolean     not null default false,
    created_at     timestamptz not null
);
create index reminder_link_appointment on reminder_link (appointment_id);
