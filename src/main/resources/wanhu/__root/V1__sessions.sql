-- Sessions of signed-in browsers, as Spring Session 4 expects them; on the server, so that a
-- disabled account is out at once and a second copy of the program knows them too.
create schema if not exists web;

create table web.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create index session_expiry on web.session (expiry_time);

create index session_principal on web.session (principal_name);

create table web.session_attributes (
    session_primary_id char(36) not null references web.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
