-- Wakes the indexers of all nodes when a transaction that changed facilities commits; once a statement, however many rows.
create function facility_outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('facility_outbox', '');
    return null;
end $$;

create trigger facility_outbox_wake after insert or update of version on facility_outbox
    for each statement execute function facility_outbox_wake();
