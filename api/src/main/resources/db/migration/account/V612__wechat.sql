-- WeChat identities that sign a resident in. WeChat's session key is never kept.
create table wechat_identity (
    id             uuid        primary key,
    resident_id    uuid        not null references resident,
    app_id         text        not null,
    openid_index   bytea       not null,
    openid_cipher  bytea       not null,
    unionid_index  bytea,
    unionid_cipher bytea,
    bound_at       timestamptz not null,
    unique (app_id, openid_index),
    unique (resident_id, app_id),
    check ((unionid_index is null) = (unionid_cipher is null))
);

-- An identity WeChat has proven that belongs to nobody here yet: whoever brings the ticket with a phone's code binds it.
create table wechat_ticket (
    ticket_hash    bytea       primary key,
    app_id         text        not null,
    openid_cipher  bytea       not null,
    unionid_cipher bytea,
    expires_at     timestamptz not null
);
create index wechat_ticket_expires on wechat_ticket (expires_at);
