-- What a member of staff proves themselves by. The user name is found by blind index.
create table staff_credential (
    staff_id            uuid primary key references staff,
    user_name_cipher    bytea not null,
    user_name_index     bytea not null unique,
    -- Argon2id with its parameters and salt.
    password_hash       text not null,
    password_changed_at timestamptz not null,
    must_change         boolean not null
);

-- An authenticator app; pending until it has shown a right code.
create table staff_totp (
    staff_id      uuid primary key references staff,
    secret_cipher bytea not null,
    confirmed_at  timestamptz,
    -- The newest step whose code was used: no code is good twice.
    last_step     bigint not null default 0
);

create table staff_recovery_code (
    staff_id  uuid not null references staff,
    -- Keyed hash.
    code_hash bytea not null,
    primary key (staff_id, code_hash)
);

-- Tries per name that was typed, whether or not there is such an account: nobody learns which.
create table staff_sign_in_try (
    name_index   bytea primary key,
    failures     integer not null,
    lockouts     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index staff_sign_in_try_last on staff_sign_in_try (last_at);

-- Steps between password and token. Only a hash of each ticket is kept.
create table staff_ticket (
    ticket_hash bytea primary key,
    staff_id    uuid not null references staff,
    step        text not null check (step in ('PASSWORD_CHANGE', 'ENROLMENT', 'SECOND_FACTOR', 'TOKEN')),
    expires_at  timestamptz not null
);
create index staff_ticket_expiry on staff_ticket (expires_at);

-- One-time links to accounts. Only a hash of each secret is kept; a new one replaces the old.
create table staff_invitation (
    staff_id    uuid primary key references staff,
    secret_hash bytea not null unique,
    expires_at  timestamptz not null
);
