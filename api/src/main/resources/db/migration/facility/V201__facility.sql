-- Reference data: what kinds of facility there are. Codes are the product's own; operators may change names and tiers.
create table facility_category (
    code    text primary key,
    name    text not null,
    name_en text not null,
    tier    text not null check (tier in ('FIVE_MINUTES', 'TEN_MINUTES', 'FIFTEEN_MINUTES'))
);

-- Every change of a facility, however small, takes the next number: the index uses it as external version.
create sequence facility_version;

create table facility (
    id               bigint generated always as identity primary key,
    -- Who gave the record ('demo', 'portal', a file's --source) and under what id; importing again updates by this pair.
    source           text        not null check (source <> ''),
    external_id      text        not null check (external_id <> ''),
    version          bigint      not null default nextval('facility_version'),
    name             text        not null check (length(name) between 1 and 120),
    name_en          text,
    other_names      text[]      not null default '{}',
    category         text        not null references facility_category,
    operator         text,
    description      text,
    description_en   text,
    address          text        not null default '',
    address_en       text,
    -- WGS84 degrees; both or neither.
    lat              double precision check (lat between -90 and 90),
    lon              double precision check (lon between -180 and 180),
    subdistrict_id   bigint references subdistrict,
    neighbourhood_id bigint references neighbourhood,
    charge           text check (charge in ('FREE', 'LOW', 'PAID')),
    audiences        text[]      not null default '{EVERYONE}',
    accessibility    text[]      not null default '{}',
    languages        text[]      not null default '{}',
    website          text,
    holiday_policy   text        not null default 'FOLLOWS_CALENDAR'
        check (holiday_policy in ('FOLLOWS_CALENDAR', 'AS_USUAL')),
    in_service       boolean     not null default true,
    -- Words for the plain search that answers while the index is away; made in Java like the index's own.
    words            tsvector    not null default '',
    updated_at       timestamptz not null default now(),
    unique (source, external_id),
    check ((lat is null) = (lon is null))
);
create index facility_words on facility using gin (words);
create index facility_category_id on facility (category, id);

-- Weekly hours in the words of Open Referral HSDS. closes_at <= opens_at means on the following day; 24:00 is allowed.
create table facility_schedule (
    facility_id bigint     not null references facility on delete cascade,
    seq         smallint   not null,
    byday       smallint[] not null check (byday <@ '{1,2,3,4,5,6,7}' and cardinality(byday) > 0),
    opens_at    time       not null,
    closes_at   time       not null,
    valid_from  date,
    valid_to    date,
    primary key (facility_id, seq),
    check (valid_from <= valid_to)
);

-- Other hours on one date; they win over the weekly hours and over public holidays. No row of periods: closed.
create table facility_exception (
    facility_id bigint not null references facility on delete cascade,
    date        date   not null,
    -- [["09:00","12:00"],...]; empty when closed all day.
    periods     jsonb  not null default '[]',
    note        text check (length(note) <= 200),
    primary key (facility_id, date)
);

create table facility_phone (
    facility_id bigint   not null references facility on delete cascade,
    seq         smallint not null,
    number      text     not null,
    label       text,
    primary key (facility_id, seq)
);

create table facility_service (
    id          bigint generated always as identity primary key,
    facility_id bigint   not null references facility on delete cascade,
    seq         smallint not null,
    name        text     not null,
    name_en     text,
    unique (facility_id, seq)
);

-- Which facilities the index has yet to hear of: one row however often a facility changes meanwhile. Written in the
-- transaction that changes the facility; taken by any node with SKIP LOCKED; removed when the index has that version.
create table facility_outbox (
    facility_id bigint primary key references facility on delete cascade,
    version     bigint      not null,
    attempts    int         not null default 0,
    next_at     timestamptz not null default now(),
    last_error  text
);
create index facility_outbox_due on facility_outbox (next_at);
