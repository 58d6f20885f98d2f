-- A message to one person. What fills its template is personal and encrypted with a key that is not in this database.
create table notification (
    id               uuid primary key,
    number           bigint generated always as identity unique,
    subject          text not null,
    kind             text not null,
    template_version int not null,
    values_cipher    bytea not null,
    -- Codes and invitations go to an address alone: whoever reads the inbox must not thereby have them.
    in_inbox         boolean not null,
    created_at       timestamptz not null,
    read_at          timestamptz
);
create index notification_inbox on notification (subject, number desc) where in_inbox;
create index notification_unread on notification (subject) where in_inbox and read_at is null;
create index notification_created_at on notification (created_at);

-- What became of a message on one way. Times are the database's own, so that nodes whose clocks differ agree on them.
create table notification_delivery (
    notification_id uuid not null references notification on delete cascade,
    channel         text not null check (channel in ('MAIL', 'SMS', 'WECHAT')),
    state           text not null default 'CREATED'
        check (state in ('CREATED', 'DELIVERED', 'TEMPORARY_FAILURE', 'PERMANENT_FAILURE')),
    attempts        int not null default 0,
    next_at         timestamptz not null default now(),
    -- A node works at it until then; when the node dies, another may claim it after that.
    claim           uuid,
    claimed_until   timestamptz,
    -- Set just before the provider is called: without it nothing can have been sent.
    sending_since   timestamptz,
    failure         text,
    provider_number text,
    changed_at      timestamptz not null default now(),
    primary key (notification_id, channel)
);
create index notification_delivery_due on notification_delivery (channel, next_at)
    where state in ('CREATED', 'TEMPORARY_FAILURE');

create function notification_delivery_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('notification_delivery', '');
    return null;
end $$;
create trigger notification_delivery_wake after insert on notification_delivery
    for each statement execute function notification_delivery_wake();

-- Only what somebody chose; the kinds have their own defaults.
create table notification_choice (
    subject text not null,
    kind    text not null,
    channel text not null check (channel in ('MAIL', 'SMS', 'WECHAT')),
    wanted  boolean not null,
    primary key (subject, kind, channel)
);

-- Minutes since midnight, Asia/Shanghai; both null where somebody wants to hear at any hour.
create table notification_quiet_hours (
    subject    text primary key,
    from_minute int check (from_minute between 0 and 1440),
    to_minute   int check (to_minute between 0 and 1440),
    check ((from_minute is null) = (to_minute is null))
);

create table notification_mail (
    subject         text primary key,
    mail_cipher     bytea,
    confirmed_at    timestamptz,
    waiting_cipher  bytea,
    -- HMAC of person and code.
    code_index      bytea,
    code_sent_at    timestamptz,
    code_expires_at timestamptz,
    tries           int not null default 0,
    codes           int not null default 0,
    codes_since     timestamptz,
    check ((mail_cipher is null) = (confirmed_at is null)),
    check ((waiting_cipher is null) = (code_index is null))
);
