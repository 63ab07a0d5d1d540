-- CONTROL: how often something was tried from one place, by keyed digests, so that several programs on one database count
-- together. A row counts from "since" until "until"; what is over is swept.
create table people.rate (
    who text primary key,
    since timestamptz not null,
    until timestamptz not null,
    acts integer not null
);

create index rate_age on people.rate (until);
