-- A person the portal serves. Everything personal of them is encrypted with a key that is not in this database.
create table resident (
    id           uuid primary key,
    phone_cipher bytea,
    -- HMAC of the number: finds it again, tells nothing without the key.
    phone_index  bytea unique,
    created_at   timestamptz not null,
    erased_at    timestamptz,
    check ((phone_cipher is null) = (phone_index is null)),
    check (erased_at is null or phone_cipher is null)
);
