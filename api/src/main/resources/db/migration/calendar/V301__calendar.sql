-- The State Council's yearly calendar. A year without a row here is not published: nobody may guess its holidays.
create table calendar_year (
    year   int primary key check (year between 2000 and 2100),
    source text not null
);

create table calendar_day (
    date       date primary key,
    year       int     not null references calendar_year on delete cascade,
    name       text    not null,
    name_en    text,
    -- true: day off (法定节假日或调休休息); false: make-up working day (调休上班).
    is_off_day boolean not null,
    check (extract(year from date) = year)
);
