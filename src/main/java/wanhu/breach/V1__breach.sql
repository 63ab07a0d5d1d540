-- Incidents with personal data (PIPL, article 57) and the drafts of their report and notice. Class: COUNTY.
create schema if not exists breach;

create table breach.incident (
    county int not null,
    id uuid not null,
    number text not null,
    title text not null check (char_length(title) between 2 and 100),
    what text not null check (what in ('LEAKED', 'ALTERED', 'LOST')),
    certain boolean not null,
    found_at timestamptz not null,
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    kinds text not null check (kinds <> ''),
    units text collate "C" not null check (units <> ''),
    cause text not null check (char_length(cause) <= 2000),
    harm text not null check (char_length(harm) <= 2000),
    measures text not null check (char_length(measures) <= 2000),
    contact text not null check (char_length(contact) between 2 and 200),
    opened_at timestamptz not null,
    opened_by text not null,
    due_at timestamptz not null,
    reported_at timestamptz,
    told_at timestamptz,
    closed_at timestamptz,
    primary key (county, id),
    unique (county, number)
);
create index incident_unreported on breach.incident (county, due_at, id) where reported_at is null and closed_at is null;

-- What was counted and drafted; a change is a version of its own.
create table breach.version (
    county int not null,
    incident_id uuid not null,
    number smallint not null check (number > 0),
    made_at timestamptz not null,
    made_by text not null,
    persons int not null check (persons >= 0),
    contacts int not null check (contacts >= 0),
    matters int not null check (matters >= 0),
    children int not null check (children >= 0),
    looks int not null check (looks >= 0),
    lookers int not null check (lookers >= 0),
    files int not null check (files >= 0),
    rows bigint not null check (rows >= 0),
    report text not null check (char_length(report) <= 20000),
    notice text not null check (char_length(notice) <= 20000),
    primary key (county, incident_id, number),
    foreign key (county, incident_id) references breach.incident (county, id)
);
