-- In which transaction a facility last changed. Whoever remembers up to which transaction everything was over can ask
-- for what changed since, and misses nothing, however long a transaction took.
alter table facility add column changed_in xid8 not null default pg_current_xact_id();
create index facility_changed_in on facility (changed_in);

create function facility_changed() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;

create trigger facility_changed before update on facility for each row execute function facility_changed();
