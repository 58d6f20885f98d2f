-- What people have yet to be told of appointments. Whoever books waits for one insert; the words are found afterwards.
create table appointment_news (
    id             bigint generated always as identity primary key,
    appointment_id uuid        not null references appointment on delete cascade,
    kind           text        not null check (kind in ('BOOKED', 'MOVED', 'CANCELLED', 'CANCELLED_BY_FACILITY')),
    -- When it begins, or was to begin, as it was then.
    starts_at      timestamptz not null,
    -- When it was to begin before it was moved.
    before_at      timestamptz,
    reason         text,
    -- The resident who did it; null where staff or the service did.
    acting         uuid,
    attempts       integer     not null default 0,
    created_at     timestamptz not null,
    check ((kind = 'MOVED') = (before_at is not null)),
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
