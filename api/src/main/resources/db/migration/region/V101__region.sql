-- Sub-districts (街道, 镇) and neighbourhoods (居委, 村委). Boundaries are GeoJSON geometries in WGS84.
create table subdistrict (
    id       bigint generated always as identity primary key,
    code     text not null unique check (code <> ''),
    name     text not null check (name <> ''),
    name_en  text,
    boundary jsonb
);

create table neighbourhood (
    id             bigint generated always as identity primary key,
    code           text not null unique check (code <> ''),
    subdistrict_id bigint not null references subdistrict,
    name           text not null check (name <> ''),
    name_en        text,
    boundary       jsonb
);
create index neighbourhood_subdistrict on neighbourhood (subdistrict_id);
