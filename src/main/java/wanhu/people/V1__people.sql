-- Persons who work here and the accounts with which they sign in. Residents are not among them.
create schema if not exists people;

-- Sealed columns hold values of the vault; phone_index finds equal phones without opening them.
create table people.person (
    county integer not null,
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    phone text,
    phone_index text,
    primary key (county, id)
);

create index person_of_phone on people.person (county, phone_index);

-- CONTROL: one table for all counties, because a login is unique everywhere.
create table people.account (
    id uuid primary key,
    login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
    county integer not null,
    person uuid not null,
    hash text not null,
    state text not null check (state in ('ACTIVE', 'LOCKED', 'CLOSED')),
    must_change boolean not null,
    auth_epoch integer not null default 1,
    made_at timestamptz not null,
    last_sign_in timestamptz,
    foreign key (county, person) references people.person (county, id)
);

create index account_of_county on people.account (county, login collate "C");

create index account_of_person on people.account (county, person);

-- CONTROL: failed and good sign-ins by login and address, both as keyed digests; kept alike for
-- logins that exist and that do not, so that the answer does not tell which.
create table people.sign_in_try (
    login text not null,
    address text not null,
    failed integer not null,
    last_at timestamptz not null,
    good_at timestamptz,
    primary key (login, address)
);

create index sign_in_try_age on people.sign_in_try (last_at);
