-- Copies of one's own data, made off the request path and taken once.
create table data_export (
    id            uuid primary key,
    resident_id   uuid not null references resident,
    language      text not null check (language in ('zh-CN', 'en')),
    state         text not null check (state in ('REQUESTED', 'READY', 'TAKEN', 'EXPIRED', 'FAILED')),
    requested_at  timestamptz not null,
    claimed_until timestamptz,
    attempts      integer not null default 0,
    expires_at    timestamptz,
    json_cipher   bytea,
    html_cipher   bytea,
    check ((state = 'READY') = (json_cipher is not null and html_cipher is not null)),
    check (state <> 'READY' or expires_at is not null)
);
-- One at a time for each resident.
create unique index data_export_open on data_export (resident_id) where state in ('REQUESTED', 'READY');
create index data_export_resident on data_export (resident_id, requested_at desc);
create index data_export_work on data_export (requested_at) where state = 'REQUESTED';

create table erasure (
    id            uuid primary key,
    resident_id   uuid not null references resident,
    -- SHA-256 of the receipt with which the report is read when there is no account any more.
    receipt_hash  bytea not null unique,
    state         text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
    requested_at  timestamptz not null,
    due_at        timestamptz not null,
    done_at       timestamptz,
    claimed_until timestamptz,
    attempts      integer not null default 0,
    check ((state = 'DONE') = (done_at is not null))
);
create unique index erasure_open on erasure (resident_id) where state in ('WAITING', 'RUNNING');
create index erasure_work on erasure (due_at) where state in ('WAITING', 'RUNNING');

-- The report: a line is written in the same transaction as the work it tells of.
create table erasure_step (
    erasure_id   uuid not null references erasure,
    domain       text not null,
    removed      integer not null,
    deidentified integer not null,
    -- Code of the law that keeps what stays.
    kept_by      text,
    done_at      timestamptz not null,
    primary key (erasure_id, domain)
);

-- When each rule of retention is next applied; whoever moves the row on does the work.
create table retention_run (
    rule    text primary key,
    next_at timestamptz not null,
    last_at timestamptz,
    removed bigint
);

create function personal_data_work_waits() returns trigger language plpgsql as $$
begin
    notify personal_data_work;
    return null;
end $$;
create trigger data_export_waits after insert on data_export for each statement execute function personal_data_work_waits();
create trigger erasure_waits after insert or update of due_at on erasure
    for each statement execute function personal_data_work_waits();
