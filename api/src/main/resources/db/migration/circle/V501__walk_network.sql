-- Walking networks as they were imported. The newest in use and the one before it are kept, so that an import that turns
-- out wrong can be taken back.
create table walk_network (
    version     int generated always as identity primary key,
    source      text        not null,
    attribution text        not null,
    imported_at timestamptz not null default now(),
    nodes       int         not null check (nodes > 0),
    edges       int         not null check (edges > 0),
    kilometres  int         not null,
    report      jsonb       not null
);

-- The network itself, in pieces that need little memory to write and read.
create table walk_network_piece (
    version int   not null references walk_network on delete cascade,
    seq     int   not null,
    bytes   bytea not null,
    primary key (version, seq)
);
-- Compressing what hardly compresses would take longer than reading it.
alter table walk_network_piece alter column bytes set storage external;

-- Which one is in use: at most one row.
create table walk_network_in_use (
    the_one boolean primary key default true check (the_one),
    version int         not null references walk_network,
    since   timestamptz not null default now()
);

create function walk_network_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('walk_network', '');
    return null;
end $$;

create trigger walk_network_wake after insert or update on walk_network_in_use
    for each statement execute function walk_network_wake();
