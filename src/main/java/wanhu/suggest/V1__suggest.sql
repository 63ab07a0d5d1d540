create schema suggest;

-- What was learned from a county's closed matters, one version after the other, with the figures of an
-- exam over a fifth that it had not seen. Of old versions the figures stay and the form goes.
create table suggest.model (
    county int not null,
    id uuid not null,
    subject text not null check (subject in ('CATEGORY', 'UNIT')),
    version int not null check (version > 0),
    method text not null,
    learned_at timestamptz not null,
    millis int not null,
    matters int not null,
    corrected int not null,
    reported_first timestamptz not null,
    reported_last timestamptz not null,
    asked int not null,
    firsts int not null,
    seconds int not null,
    macro_f1 real not null,
    keywords_f1 real not null,
    used boolean not null,
    marks jsonb not null,
    digest text not null,
    form bytea,
    primary key (county, id),
    unique (county, subject, version)
);

-- What a person chose where something was suggested; no word of who it was.
create table suggest.choice (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    subject text not null check (subject in ('CATEGORY', 'UNIT')),
    version int not null,
    suggested text not null,
    chosen text not null,
    place smallint not null check (place >= 0),
    at timestamptz not null,
    primary key (county, id)
);
create index choice_by_time on suggest.choice (county, subject, at desc);

-- When a county learns next, and which program is at it.
create table suggest.lesson (
    county int not null,
    asked_at timestamptz,
    busy_until timestamptz,
    learned_at timestamptz,
    matters int not null default 0,
    primary key (county)
);
