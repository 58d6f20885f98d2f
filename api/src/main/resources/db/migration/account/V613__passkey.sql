-- Passkeys of residents and of staff: public keys, useless to whoever reads them.
create table passkey (
    id             uuid        primary key,
    -- As tokens write it: resident:<id> or staff:<id>.
    subject        text        not null,
    credential_id  bytea       not null unique,
    -- Attested credential data as WebAuthn writes it: AAGUID, credential id, COSE public key.
    credential     bytea       not null,
    sign_count     bigint      not null,
    backup_eligible boolean    not null,
    name           text        not null check (char_length(name) between 1 and 40),
    created_at     timestamptz not null,
    last_used_at   timestamptz
);
create index passkey_subject on passkey (subject, created_at);

-- Questions put to devices. A row is taken away by the first answer, right or wrong.
create table passkey_challenge (
    id         uuid        primary key,
    purpose    text        not null check (purpose in ('REGISTER', 'SIGN_IN', 'PROVE')),
    -- Whose answer is awaited; null where the answer tells who it is.
    subject    text,
    challenge  bytea       not null,
    name       text,
    expires_at timestamptz not null,
    check ((purpose = 'SIGN_IN') = (subject is null)),
    check ((purpose = 'REGISTER') = (name is not null))
);
create index passkey_challenge_expires on passkey_challenge (expires_at);
