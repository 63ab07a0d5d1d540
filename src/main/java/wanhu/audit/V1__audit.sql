-- The record of acts. Steps of matters are not written a second time: matter.step is their record.
create schema if not exists audit;

create table audit.act (
    county int not null,
    id uuid not null,
    at timestamptz not null,
    person uuid,
    post uuid,
    unit uuid,
    path text collate "C",
    title text not null,
    verb text not null,
    thing text not null,
    object text not null check (char_length(object) <= 200),
    reason text not null check (char_length(reason) <= 500),
    facts text not null check (char_length(facts) <= 4000),
    request uuid,
    salt uuid not null default gen_random_uuid(),
    xid bigint not null default cast(pg_current_xact_id()::text as bigint),
    primary key (county, id)
);
create index act_by_time on audit.act (county, at desc, id desc);
create index act_of_person on audit.act (county, person, at desc, id desc);
create index act_of_object on audit.act (county, object, at desc, id desc);
create index act_of_verb on audit.act (county, verb, at desc, id desc);
-- Rows come in the order of transactions, so a range of them is a few blocks.
create index act_by_xid on audit.act using brin (xid) with (pages_per_range = 32, autosummarize = on);

-- What was sealed together: for each leaf the letter of its table, its id and its hash, 49 bytes.
create table audit.batch (
    county int not null,
    number int not null check (number > 0),
    sealed_at timestamptz not null,
    since timestamptz,
    day date not null,
    leaf_count int not null check (leaf_count > 0),
    leaves bytea not null check (octet_length(leaves) = leaf_count * 49),
    xid_from bigint not null,
    xid_until bigint not null,
    root bytea not null check (octet_length(root) = 32),
    chain bytea not null check (octet_length(chain) = 32),
    primary key (county, number)
);
alter table audit.batch alter column leaves set storage external;
create index batch_of_day on audit.batch (county, day, number);
create index batch_by_xid on audit.batch (county, xid_until);

-- The root of a day that is over: what is printed and published.
create table audit.day (
    county int not null,
    day date not null,
    first_batch int not null,
    last_batch int not null,
    leaf_count bigint not null,
    root bytea not null check (octet_length(root) = 32),
    closed_at timestamptz not null,
    primary key (county, day)
);

-- How far each chain has come: tells when its end was cut off.
create table audit.head (
    county int primary key,
    number int not null,
    chain bytea not null,
    sealed_at timestamptz not null
);

-- What this database's transactions the seal has seen; snapshots mean nothing on another server.
create table audit.cursor (
    one boolean primary key default true check (one),
    snapshot pg_snapshot not null
);
insert into audit.cursor (snapshot) values ('3:3:');

create function audit.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;

create trigger act_append_only before update or delete or truncate on audit.act
    for each statement execute function audit.refuse_change();
create trigger batch_append_only before update or delete or truncate on audit.batch
    for each statement execute function audit.refuse_change();
create trigger day_append_only before update or delete or truncate on audit.day
    for each statement execute function audit.refuse_change();

comment on table audit.act is 'append-only';
comment on table audit.batch is 'append-only';
comment on table audit.day is 'append-only';
