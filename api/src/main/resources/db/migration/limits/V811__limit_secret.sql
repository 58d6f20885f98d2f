-- The key under which callers are known in Redis: the same for all nodes, and of no use without this database.
create table limit_secret (
    the_one boolean primary key default true check (the_one),
    secret  bytea not null check (length(secret) >= 32)
);
