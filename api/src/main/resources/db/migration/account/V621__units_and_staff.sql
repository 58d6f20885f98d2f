-- The parts of the district's administration that have staff; a tree under the district itself.
create table unit (
    id          uuid primary key,
    number      bigint generated always as identity unique,
    kind        text not null check (kind in ('DISTRICT', 'DEPARTMENT', 'FACILITY_DESK', 'VOLUNTEER_TEAM', 'MAILBOX')),
    parent_id   uuid references unit,
    name        text not null check (length(name) between 1 and 120),
    name_en     text check (length(name_en) between 1 and 200),
    -- Without a foreign key: a facility is never removed, it only leaves service.
    facility_id bigint,
    created_at  timestamptz not null,
    closed_at   timestamptz,
    check ((kind = 'DISTRICT') = (parent_id is null)),
    check (kind = 'FACILITY_DESK' or facility_id is null),
    check (parent_id <> id)
);
create unique index unit_district on unit (kind) where kind = 'DISTRICT';
create index unit_parent on unit (parent_id);

insert into unit (id, kind, name, name_en, created_at) values (gen_random_uuid(), 'DISTRICT', '全区', 'The district', now());

-- Somebody who works for the district. What is personal of them is encrypted with a key that is not in this database.
create table staff (
    id          uuid primary key,
    number      bigint generated always as identity unique,
    state       text not null check (state in ('INVITED', 'ACTIVE', 'SUSPENDED')),
    -- The first administrator gives it when accepting.
    name_cipher bytea,
    mail_cipher bytea,
    created_at  timestamptz not null,
    check (state = 'INVITED' or name_cipher is not null)
);

create table staff_duty (
    id       uuid primary key,
    staff_id uuid not null references staff,
    role     text not null check (role in ('DISTRICT_ADMIN', 'UNIT_LEADER', 'FACILITY_DESK', 'VOLUNTEER_COORDINATOR',
                                           'MAILBOX_CLERK', 'MAILBOX_REVIEWER')),
    unit_id  uuid references unit,
    since    timestamptz not null,
    ended_at timestamptz,
    check ((role = 'DISTRICT_ADMIN') = (unit_id is null))
);
create unique index staff_duty_once on staff_duty (staff_id, role, unit_id) nulls not distinct where ended_at is null;
create index staff_duty_unit on staff_duty (unit_id) where ended_at is null;

-- It points at a duty that is held, never at another delegation: so it cannot exceed the duty, and cannot be passed on.
create table staff_delegation (
    id         uuid primary key,
    duty_id    uuid not null references staff_duty,
    to_staff   uuid not null references staff,
    begins     date not null,
    ends       date not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    check (ends between begins and begins + 366)
);
create index staff_delegation_duty on staff_delegation (duty_id) where ended_at is null;
create index staff_delegation_to on staff_delegation (to_staff) where ended_at is null;
