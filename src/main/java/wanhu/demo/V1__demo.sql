create schema if not exists demo;

-- How far the clock of the demonstration is ahead of the real one; one row.
create table demo.clock (
    id int not null primary key check (id = 1),
    ahead_seconds bigint not null
);

-- The buttons on the sign-in page.
create table demo.button (
    county int not null,
    post uuid not null,
    account uuid not null,
    order_no int not null,
    role text not null,
    name text not null,
    title text not null,
    primary key (county, post)
);
