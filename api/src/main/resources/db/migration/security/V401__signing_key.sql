-- Keys that sign access tokens. The newest signs; older ones still verify until they are removed.
create table signing_key (
    kid         text primary key,
    -- RSA key pair as JWK; whoever reads this table can sign for anybody.
    private_jwk text        not null,
    created_at  timestamptz not null default now()
);
