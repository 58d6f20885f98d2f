-- When each schedule's slots are to be looked at next. Claimed by whichever node comes first, which moves `due_at` on.
create table slot_making (
    schedule_id      bigint primary key references schedule on delete cascade,
    due_at           timestamptz not null,
    made_at          timestamptz,
    -- Slots are there up to this day, but none from `unpublished_from` on: nobody knows yet which days are working days.
    made_to          date,
    unpublished_from date,
    -- Places taken in the days to come, as last counted: how wanted it is.
    taken            bigint not null default 0
);
create index slot_making_due on slot_making (due_at);

-- Words of a service for its search, made in Java like those of facilities; and how wanted it was lately, for the order.
alter table bookable_service add column words tsvector not null default '';
alter table bookable_service add column wanted bigint not null default 0;
create index bookable_service_words on bookable_service using gin (words);
create index bookable_service_wanted on bookable_service (wanted desc, id) where in_service;
