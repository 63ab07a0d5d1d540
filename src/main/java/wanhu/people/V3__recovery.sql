-- When an administrator was let in again by a command on the machine itself; told to all administrators of the county.
create table people.recovery (
    county integer not null,
    id uuid not null,
    account uuid not null,
    login text not null,
    at timestamptz not null,
    primary key (county, id)
);

create index recovery_by_time on people.recovery (county, at desc);
