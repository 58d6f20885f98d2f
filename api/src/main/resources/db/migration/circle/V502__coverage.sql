-- Where people live: residential buildings, each under the id of whoever gave it. One that is gone has no residents.
create table home (
    id               bigint generated always as identity primary key,
    source           text             not null,
    external_id      text             not null check (external_id <> ''),
    subdistrict_id   bigint references subdistrict on delete set null,
    neighbourhood_id bigint references neighbourhood on delete set null,
    lat              double precision not null check (lat between -90 and 90),
    lon              double precision not null check (lon between -180 and 180),
    residents        int              not null check (residents between 0 and 20000),
    unique (source, external_id)
);
create index home_neighbourhood on home (neighbourhood_id);
create index home_subdistrict on home (subdistrict_id);

-- Counts changes of homes, neighbourhoods and sub-districts, for the nodes that keep them in mind: one row.
create table district_revision (
    the_one  boolean primary key default true check (the_one),
    revision bigint not null
);
insert into district_revision (revision) values (1);

-- A statement that touches no row, as imports of what is known already are full of, is no change.
create function district_changed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'TRUNCATE' then
        if not exists (select from touched) then
            return null;
        end if;
    end if;
    update district_revision set revision = revision + 1;
    perform pg_notify('district', '');
    return null;
end $$;

do $$
declare
    watched text;
begin
    foreach watched in array array['home', 'neighbourhood', 'subdistrict'] loop
        execute format('create trigger district_inserted after insert on %I referencing new table as touched
                        for each statement execute function district_changed()', watched);
        execute format('create trigger district_updated after update on %I referencing new table as touched
                        for each statement execute function district_changed()', watched);
        execute format('create trigger district_deleted after delete on %I referencing old table as touched
                        for each statement execute function district_changed()', watched);
        execute format('create trigger district_emptied after truncate on %I
                        for each statement execute function district_changed()', watched);
    end loop;
end $$;

-- Coverage as it stood when last looked at in each month.
create table coverage_month (
    month                   date not null check (extract(day from month) = 1),
    category                text not null,
    profile                 text not null,
    -- Null for the whole district.
    subdistrict_id          bigint references subdistrict on delete cascade,
    looked_at_on            date not null,
    residents               int  not null check (residents >= 0),
    residents_within        int  not null check (residents_within between 0 and residents),
    promise_minutes         int  not null,
    residents_within_metres int  not null check (residents_within_metres between 0 and residents),
    standard_metres         int  not null,
    -- Tenths of seconds; null when most residents have no facility within an hour.
    median_tenths           int,
    residents_without       int  not null check (residents_without between 0 and residents),
    unique nulls not distinct (category, profile, subdistrict_id, month)
);
create index coverage_month_subdistrict on coverage_month (subdistrict_id);
