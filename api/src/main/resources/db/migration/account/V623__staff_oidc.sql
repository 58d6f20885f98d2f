-- Whom an account at the district's identity provider belongs to.
create table staff_identity (
    issuer   text not null,
    -- Keyed hash of the provider's `sub`.
    sub_hash bytea not null,
    staff_id uuid not null references staff,
    primary key (issuer, sub_hash)
);
create index staff_identity_staff on staff_identity (staff_id);

-- Sign-ins on their way to the provider and back.
create table staff_oidc_attempt (
    state_hash      bytea primary key,
    -- Kept by the browser that began: an answer planted in another browser is refused.
    browser_hash    bytea not null,
    nonce           text not null,
    verifier_cipher bytea not null,
    invitation_hash bytea,
    expires_at      timestamptz not null
);
create index staff_oidc_attempt_expiry on staff_oidc_attempt (expires_at);
