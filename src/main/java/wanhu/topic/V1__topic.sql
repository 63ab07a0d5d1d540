-- Hot topics, monthly topics and the seasonal list. Class of all tables: COUNTY.
create schema if not exists topic;

-- How far a county is: the last matter placed, in the order of transactions; null to place all anew.
create table topic.fold (
    county int not null primary key,
    xid bigint,
    last_id uuid not null,
    version bigint not null,
    texts int not null,
    folded_at timestamptz not null
);

-- In how many texts each pair of characters occurred.
create table topic.frequency (
    county int not null,
    feature int not null,
    n int not null,
    primary key (county, feature)
);

-- A group of matters that tell much the same, by the id of its first; made by the program, and made anew at any time.
create table topic.cluster (
    county int not null,
    id uuid not null,
    features int[] not null,
    weights real[] not null,
    places text[] not null,
    size int not null,
    last_at timestamptz not null,
    alive boolean not null,
    words text[] not null default '{}',
    primary key (county, id)
);
create index cluster_alive on topic.cluster (county) where alive;

create table topic.member (
    county int not null,
    matter_id uuid not null,
    cluster_id uuid not null,
    reported_at timestamptz not null,
    primary key (county, matter_id)
);
create index member_of on topic.member (county, cluster_id, reported_at);
create index member_by_time on topic.member (county, reported_at);

-- What people made of a group: its name, whether it is one; kept when the groups are made anew.
create table topic.topic (
    county int not null,
    id uuid not null,
    version int not null check (version >= 1),
    name text not null check (char_length(name) <= 60),
    dismissed boolean not null,
    merged_into uuid,
    primary key (county, id)
);

-- A matter that a person put into another topic, or that is like those; stronger than the program's own group.
create table topic.pin (
    county int not null,
    matter_id uuid not null,
    topic_id uuid not null,
    parent_id uuid not null,
    by_person boolean not null,
    primary key (county, matter_id)
);
create index pin_of on topic.pin (county, topic_id);
create index pin_from on topic.pin (county, parent_id);

create table topic.event (
    county int not null,
    id uuid not null,
    topic_id uuid not null,
    act text not null,
    text text not null check (char_length(text) <= 500),
    by_person uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (county, id)
);
create index event_of on topic.event (county, topic_id, at);

-- 每月一题.
create table topic.monthly (
    county int not null,
    id uuid not null,
    version int not null check (version >= 1),
    month date not null check (extract(day from month) = 1),
    title text not null check (char_length(title) between 1 and 60),
    topic_id uuid,
    category text not null,
    issuer_unit uuid not null,
    owner_unit uuid not null,
    cause text not null check (char_length(cause) <= 1000),
    plan text not null check (char_length(plan) between 1 and 2000),
    target text not null check (char_length(target) between 1 and 500),
    before_n int not null,
    days int not null,
    begun_at timestamptz not null,
    after_n int,
    outcome text not null default '' check (char_length(outcome) <= 1000),
    closed_at timestamptz,
    primary key (county, id),
    check ((closed_at is null) = (after_n is null))
);
create index monthly_by_month on topic.monthly (county, month desc, id desc);

create table topic.milestone (
    county int not null,
    monthly_id uuid not null,
    position smallint not null,
    name text not null check (char_length(name) between 1 and 100),
    due_on date not null,
    reached_on date,
    primary key (county, monthly_id, position),
    foreign key (county, monthly_id) references topic.monthly (county, id)
);

create table topic.note (
    county int not null,
    monthly_id uuid not null,
    seq int not null,
    act text not null,
    text text not null check (char_length(text) <= 1000),
    by_person uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (county, monthly_id, seq),
    foreign key (county, monthly_id) references topic.monthly (county, id)
);

-- A county's own version of a line of the seasonal list; the latest holds.
create table topic.season (
    county int not null,
    code text not null,
    version int not null check (version >= 1),
    name text not null check (char_length(name) between 1 and 30),
    month_from smallint not null check (month_from between 1 and 12),
    month_until smallint not null check (month_until between 1 and 12),
    lead_days smallint not null check (lead_days between 0 and 120),
    categories text not null,
    text text not null check (char_length(text) <= 500),
    live boolean not null,
    by_person uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (county, code, version)
);

create function topic.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;

create trigger event_append_only
    before update or delete or truncate on topic.event
    for each statement execute function topic.refuse_change();

create trigger note_append_only
    before update or delete or truncate on topic.note
    for each statement execute function topic.refuse_change();

create trigger season_append_only
    before update or delete or truncate on topic.season
    for each statement execute function topic.refuse_change();
