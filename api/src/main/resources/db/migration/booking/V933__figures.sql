-- How appointments of a month went, exact; what the public sees is rounded when it is shown. Null stands for all.
create table booking_figure (
    month        date    not null check (extract(day from month) = 1),
    service_id   bigint references bookable_service,
    facility_id  bigint references facility,
    booked       integer not null,
    served       integer not null,
    missed       integer not null,
    cancelled    integer not null,
    -- Different people, those erased since not counted.
    people       integer not null,
    -- Of slots: places offered, and used.
    places       bigint  not null,
    places_used  bigint  not null,
    -- Tickets called, and the middle wait; the middle time from booking to the start.
    waits        integer not null,
    wait_seconds integer,
    lead_hours   integer,
    unique nulls not distinct (month, service_id, facility_id)
);

-- Days on which it was counted: whichever node comes first does it.
create table booking_figure_day (
    day date primary key
);

-- Past appointments lie in the order of time: a month of them is a stretch of the table.
create index appointment_by_time on appointment using brin (starts_at);
