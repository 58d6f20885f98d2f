-- Orders of staff to move or cancel many appointments, carried out one by one by whichever node is there.
create table mass_change (
    id          uuid primary key,
    schedule_id bigint      not null references schedule on delete cascade,
    act         text        not null check (act in ('MOVE', 'CANCEL')),
    reason      text        not null,
    -- Who ordered it, as a token's subject.
    actor       text        not null,
    created_at  timestamptz not null,
    done_at     timestamptz
);
create index mass_change_schedule on mass_change (schedule_id);

create table mass_change_item (
    change_id      uuid    not null references mass_change on delete cascade,
    appointment_id uuid    not null references appointment on delete cascade,
    position       integer not null,
    state          text    not null check (state in ('WAITING', 'DONE', 'LEFT')),
    tries          integer not null default 0,
    -- Why it was left as it was.
    code           text,
    primary key (change_id, appointment_id),
    check ((state = 'LEFT') = (code is not null))
);
-- An appointment waits for one change at most.
create unique index mass_change_waiting on mass_change_item (appointment_id) where state = 'WAITING';
