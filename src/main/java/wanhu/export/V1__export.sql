-- Large exports that somebody asked for: a second person grants or refuses them. Class of the table: COUNTY.
create schema export;

create table export.asked (
    county int not null,
    id uuid not null,
    list text not null,
    filters text not null,
    told text not null,
    rows int not null check (rows > 0),
    asked_by uuid not null,
    asked_post uuid not null,
    asked_unit uuid not null,
    asked_name text not null,
    reason text not null check (char_length(reason) between 2 and 500),
    asked_at timestamptz not null,
    lapses_at timestamptz not null,
    granted boolean,
    decided_by uuid,
    decided_name text not null default '',
    answer text not null default '' check (char_length(answer) <= 500),
    decided_at timestamptz,
    until_at timestamptz,
    uses int not null default 0 check (uses >= 0),
    primary key (county, id),
    constraint asked_decided_whole check ((granted is null) = (decided_at is null) and (granted is null) = (until_at is null)
        and (granted is null) = (decided_by is null)),
    constraint asked_second_person check (decided_by <> asked_by),
    constraint asked_refused_why check (granted is not false or answer <> ''),
    constraint asked_used_granted check (uses = 0 or granted)
);
create index asked_by_person on export.asked (county, asked_by, asked_at desc);
create index asked_by_unit on export.asked (county, asked_unit, asked_at desc);
