-- One row a topic: the lock on it makes a topic's positions visible in the order of their commits, without gaps.
create table live_topic (
    topic         text primary key,
    last_position bigint not null,
    -- Up to here events are no longer kept; whoever resumes before it has to read the state anew.
    forgotten_to  bigint not null default 0
);

create table live_event (
    topic      text not null references live_topic on delete cascade,
    position   bigint not null,
    payload    text not null check (length(payload) <= 4000),
    -- In which transaction it was written: a node asks for what has committed since it last looked, and misses none.
    written_in xid8 not null default pg_current_xact_id(),
    created_at timestamptz not null default now(),
    primary key (topic, position)
);
create index live_event_written_in on live_event (written_in);
create index live_event_created_at on live_event (created_at);

create function live_event_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('live_event', '');
    return null;
end $$;

create trigger live_event_wake after insert on live_event for each statement execute function live_event_wake();
