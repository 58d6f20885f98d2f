-- Secret addresses under which calendar programs fetch appointments; of each the record knows a keyed hash.
create table calendar_feed (
    resident_id uuid        primary key references resident,
    secret_index bytea      not null unique,
    created_at  timestamptz not null,
    -- Within the hour.
    fetched_at  timestamptz
);
