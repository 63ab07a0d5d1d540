-- What counties add to the shipped holidays. Class of all tables: COUNTY.
create schema calendar;

-- One row a county, locked while its calendar changes; the version that was last told.
create table calendar.county (
    county int primary key,
    version text not null,
    told_at timestamptz not null,
    constraint county_version_grammar check (version ~ '^[0-9]{1,4}-[0-9a-f]{8}$')
);

-- The State Council's notice of a year, imported; takes the place of the shipped one.
create table calendar.notice (
    county int not null,
    year int not null,
    source text not null,
    imported_at timestamptz not null,
    imported_by uuid not null,
    imported_as text not null,
    primary key (county, year),
    constraint notice_year_range check (year between 2000 and 2100),
    constraint notice_source_length check (length(source) between 1 and 200)
);

create table calendar.notice_day (
    county int not null,
    year int not null,
    day date not null,
    works boolean not null,
    name text not null,
    primary key (county, year, day),
    foreign key (county, year) references calendar.notice (county, year),
    constraint notice_day_name_length check (length(name) between 1 and 40)
);

-- A county's own days, such as a festival of its minority; they win over the notice.
create table calendar.special_day (
    county int not null,
    id uuid not null,
    day date not null,
    works boolean not null,
    name text not null,
    source text not null,
    added_at timestamptz not null,
    added_by uuid not null,
    added_as text not null,
    primary key (county, id),
    unique (county, day),
    constraint special_day_name_length check (length(name) between 1 and 40),
    constraint special_day_source_length check (length(source) between 1 and 200)
);

-- A county's own office hours; without a row the product's.
create table calendar.work_interval (
    county int not null,
    weekday int not null,
    opens time not null,
    closes time not null,
    primary key (county, weekday, opens),
    constraint work_interval_weekday check (weekday between 1 and 7),
    constraint work_interval_order check (opens < closes)
);

-- Every change with the versions before and after it.
create table calendar.change (
    county int not null,
    id uuid not null,
    at timestamptz not null,
    what text not null,
    detail text not null,
    old_version text not null,
    new_version text not null,
    made_by uuid,
    made_as text not null,
    primary key (county, id),
    constraint change_what check (what in ('NOTICE', 'DAY_ADDED', 'DAY_REMOVED', 'HOURS', 'SHIPPED'))
);

create function calendar.change_refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'calendar.change is append-only';
end
$$;

create trigger change_append_only
before update or delete on calendar.change
for each row execute function calendar.change_refuse_change();
