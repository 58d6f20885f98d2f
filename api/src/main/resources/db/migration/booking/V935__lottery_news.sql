-- Whoever took part in a lottery is told how it went.
alter table appointment_news
    add column lottery_entry_id uuid references lottery_entry on delete cascade,
    drop constraint appointment_news_kind_check,
    add constraint appointment_news_kind_check check (kind in
        ('BOOKED', 'MOVED', 'CANCELLED', 'CANCELLED_BY_FACILITY', 'OFFERED', 'DRAWN', 'NOT_DRAWN'));
do $$
declare
    old text;
begin
    for old in select conname from pg_constraint
        where conrelid = 'appointment_news'::regclass and contype = 'c' and conname <> 'appointment_news_kind_check'
    loop
        execute format('alter table appointment_news drop constraint %I', old);
    end loop;
end $$;
alter table appointment_news
    add constraint appointment_news_about check (num_nonnulls(appointment_id, entry_id, lottery_entry_id) = 1
        and num_nonnulls(appointment_id, starts_at) <> 1
        and (kind = 'OFFERED') = (entry_id is not null)
        and (kind in ('DRAWN', 'NOT_DRAWN')) = (lottery_entry_id is not null)),
    -- When it was to begin before it was moved; until when a place offered or drawn is kept.
    add constraint appointment_news_other check ((kind in ('MOVED', 'OFFERED', 'DRAWN')) = (other_at is not null)),
    add constraint appointment_news_reason check ((kind = 'CANCELLED_BY_FACILITY') = (reason is not null));
