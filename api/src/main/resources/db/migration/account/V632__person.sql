-- What is kept of a resident beside the phone. Each value is bound to its column and its resident.
create table person_profile (
    resident_id          uuid primary key references resident,
    name_cipher          bytea,
    -- HMAC of the name without blanks: finds the same name, tells nothing without the key.
    name_index           bytea,
    birth_date_cipher    bytea,
    language_cipher      bytea,
    care_mode_cipher     bytea,
    accessibility_cipher bytea,
    changed_at           timestamptz not null,
    check ((name_cipher is null) = (name_index is null))
);
create index person_profile_name on person_profile (name_index);

create table person_home (
    resident_id          uuid primary key references resident,
    address_cipher       bytea not null,
    location_cipher      bytea,
    neighbourhood_cipher bytea,
    changed_at           timestamptz not null
);

-- Every look by staff at a resident. Network logs and access to personal data are kept six months at least.
create table access_record (
    id            bigint generated always as identity primary key,
    -- Null when a desk looked for a number that nobody has.
    resident_id   uuid references resident,
    staff_id      uuid not null,
    unit_id       uuid,
    role          text not null,
    act           text not null check (act in ('FOUND_BY_PHONE', 'VIEWED', 'REVEALED', 'REGISTERED')),
    fields        text[] not null default '{}',
    reason_kind   text,
    -- Staff may have written a name into it.
    reason_cipher bytea,
    at            timestamptz not null,
    check (act <> 'REVEALED' or (resident_id is not null and reason_kind is not null and cardinality(fields) > 0))
);
create index access_record_resident on access_record (resident_id, id desc);
create index access_record_staff on access_record (staff_id, at desc);
create index access_record_at on access_record (at);
