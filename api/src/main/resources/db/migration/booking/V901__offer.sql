-- A matter residents can book a visit for: one in the whole district, offered at any number of facilities (全区通办).
create table bookable_service (
    id               bigint generated always as identity primary key,
    number           text    not null unique check (number ~ '^[A-Z0-9-]{2,40}$'),
    kind             text    not null check (kind in ('COUNTER', 'HEALTH', 'ROOM', 'COURSE', 'HOME_VISIT')),
    name             text    not null check (length(name) between 1 and 120),
    name_en          text    check (length(name_en) between 1 and 200),
    description      text    check (length(description) <= 4000),
    description_en   text    check (length(description_en) <= 4000),
    -- What to bring: [{"zh": "身份证原件", "en": "Identity card", "required": true}, ...], at most 30.
    materials        jsonb   not null default '[]',
    -- What is asked when booking: [{"code": "FIRST_VISIT", "zh": ..., "en": ..., "kind": "YES_NO|TEXT|CHOICE", "choices": [...],
    -- "required": true}, ...], at most 10.
    questions        jsonb   not null default '[]',
    -- So many people one booking may bring, the booked person included.
    party_limit      integer not null default 1 check (party_limit between 1 and 20),
    -- So many appointments to come one person, and all people one resident books for together, may have for it.
    person_limit     integer not null default 2 check (person_limit between 1 and 20),
    household_limit  integer not null default 4 check (household_limit between 1 and 40),
    -- Until so many minutes before the start it can be moved or cancelled by the resident.
    change_minutes   integer not null default 60 check (change_minutes between 0 and 10080),
    -- How places go out: first come first served, through a waiting room at the published hour, or by lot.
    release          text    not null default 'AT_ONCE' check (release in ('AT_ONCE', 'WAITING_ROOM', 'LOTTERY')),
    in_service       boolean not null default true
);

-- When a facility offers a service, in the words of Open Referral HSDS; slots are made from it.
create table schedule (
    id              bigint primary key default nextval('slot_series'),
    service_id      bigint  not null references bookable_service,
    facility_id     bigint  not null references facility,
    -- The counter, room or person: 3 号窗口, 多功能厅, 王医生.
    resource        text    not null check (length(resource) between 1 and 80),
    resource_en     text    check (length(resource_en) between 1 and 120),
    -- [{"byday": [1,2,3], "opensAt": "09:00", "closesAt": "11:30", "validFrom": null, "validTo": null}, ...]
    lines           jsonb   not null,
    holiday_policy  text    not null default 'FOLLOWS_CALENDAR' check (holiday_policy in ('FOLLOWS_CALENDAR', 'AS_USUAL')),
    duration_minutes integer not null check (duration_minutes between 5 and 1440),
    buffer_minutes  integer not null default 0 check (buffer_minutes between 0 and 240),
    capacity        integer not null check (capacity between 1 and 100000),
    room_phone      integer not null default 0 check (room_phone >= 0),
    room_walk_in    integer not null default 0 check (room_walk_in >= 0),
    room_priority   integer not null default 0 check (room_priority >= 0),
    -- Kept places flow back to all so many minutes before the start.
    flow_back_minutes integer not null default 60 check (flow_back_minutes between 0 and 10080),
    -- The last minute to book, and how many days ahead slots are made.
    lead_minutes    integer not null default 30 check (lead_minutes between 0 and 10080),
    horizon_days    integer not null default 14 check (horizon_days between 1 and 366),
    -- Places of a day go out so many days before, at that hour in Asia/Shanghai.
    release_days    integer not null default 14 check (release_days between 0 and 366),
    release_at      time    not null default '08:00',
    state           text    not null default 'PUBLISHED' check (state in ('DRAFT', 'PUBLISHED', 'CLOSED')),
    version         bigint  not null default 1,
    check (room_phone + room_walk_in + room_priority <= capacity),
    unique (service_id, facility_id, resource)
);
create index schedule_facility on schedule (facility_id);

-- Other hours, or none, on one date; they win over lines and public holidays.
create table schedule_exception (
    schedule_id bigint not null references schedule on delete cascade,
    date        date   not null,
    -- [["09:00","12:00"],...]; empty when closed.
    periods     jsonb  not null default '[]',
    note        text check (length(note) <= 200),
    primary key (schedule_id, date)
);
