-- The named residential areas of a network's extract, to begin a walk from.
create table walk_compound (
    version int              not null references walk_network on delete cascade,
    name    text             not null,
    name_en text,
    lat     double precision not null,
    lon     double precision not null
);
create index walk_compound_version on walk_compound (version);
