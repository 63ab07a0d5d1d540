-- Calls to other systems. Class of all tables: COUNTY. No word of a matter or of a person stands here.
create schema if not exists hook;

-- Who is called: the secrets are sealed; the old one signs too until it is forgotten.
create table hook.hook (
    county int not null,
    id uuid not null,
    token_id uuid not null,
    person_id uuid not null,
    address text not null check (char_length(address) between 1 and 300),
    events text not null check (char_length(events) between 1 and 200),
    secret_sealed text not null,
    old_sealed text,
    old_until timestamptz,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (county, id)
);
create unique index hook_address on hook.hook (county, token_id, address) where ended_at is null;
create index hook_of_person on hook.hook (county, person_id, made_at desc);

-- Up to where the timeline of a county was followed.
create table hook.place (
    county int not null,
    transaction bigint not null,
    matter_id uuid not null,
    seq int not null,
    primary key (county)
);

-- What somebody is told: one row for each call and line of the timeline.
create table hook.delivery (
    county int not null,
    id uuid not null,
    hook_id uuid not null,
    event text not null,
    news_id uuid not null,
    matter_id uuid not null,
    number text not null,
    version int not null,
    step text not null,
    stage text not null,
    at timestamptz not null,
    state text not null check (state in ('WAITING', 'TAKEN', 'GIVEN_UP')),
    attempts int not null default 0,
    next_at timestamptz,
    made_at timestamptz not null,
    settled_at timestamptz,
    status int not null default 0,
    fault text not null default '' check (char_length(fault) <= 100),
    primary key (county, id),
    unique (county, hook_id, news_id),
    foreign key (county, hook_id) references hook.hook (county, id),
    check ((state = 'WAITING') = (next_at is not null))
);
create index delivery_due on hook.delivery (next_at, id) where next_at is not null;
create index delivery_by_time on hook.delivery (county, hook_id, made_at desc, id desc);
create index delivery_settled on hook.delivery (settled_at) where settled_at is not null;
