-- When nobody comes: one row, changed by the district's administrators.
create table attendance_rule (
    id            integer primary key default 1 check (id = 1),
    grace_minutes integer not null default 15 check (grace_minutes between 0 and 1440),
    -- So many absences within so many days block booking for so many days from the last of them.
    absences      integer not null default 3 check (absences between 1 and 20),
    within_days   integer not null default 90 check (within_days between 1 and 730),
    block_days    integer not null default 30 check (block_days between 1 and 365),
    appeal_days   integer not null default 30 check (appeal_days between 1 and 365),
    exempt_kinds  text[]  not null default '{}'
);
insert into attendance_rule default values;

create table attendance_absence (
    id             uuid primary key,
    number         bigint generated always as identity unique,
    appointment_id uuid        not null unique references appointment,
    -- Null once the person was erased.
    person_id      uuid,
    facility_id    bigint      not null,
    missed_at      timestamptz not null,
    state          text        not null check (state in ('COUNTED', 'EXEMPT', 'REMOVED')),
    changed_at     timestamptz not null
);
create index attendance_absence_person on attendance_absence (person_id, missed_at);

create table attendance_appeal (
    id          uuid primary key,
    number      bigint generated always as identity unique,
    absence_id  uuid        not null unique references attendance_absence,
    facility_id bigint      not null,
    -- Whose absence, and who wrote. Sealed for the person.
    person_id   uuid,
    actor_id    uuid,
    text_cipher bytea,
    state       text        not null check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
    created_at  timestamptz not null,
    decided_at  timestamptz,
    decided_by  uuid,
    reason_cipher bytea,
    check ((state = 'OPEN') = (decided_at is null)),
    check ((state = 'OPEN') = (decided_by is null))
);
create index attendance_appeal_open on attendance_appeal (facility_id, number) where state = 'OPEN';
create index attendance_appeal_facility on attendance_appeal (facility_id, number);
create index attendance_appeal_person on attendance_appeal (person_id);

-- Whose absences do not count until a day, and why, sealed for the person.
create table attendance_exemption (
    person_id     uuid primary key,
    until         date        not null,
    reason_cipher bytea       not null,
    staff_id      uuid        not null,
    unit_id       uuid        not null,
    changed_at    timestamptz not null
);

-- Appointments whose time has gone by are looked for in order, however many have been.
create index appointment_due on appointment (ends_at) where state = 'BOOKED';
