-- Matters that go to another system and come back. Class of all tables: COUNTY.
create schema if not exists exchange;

-- Another system; its token is sealed.
create table exchange.partner (
    county int not null,
    id uuid not null,
    name text not null check (char_length(name) between 1 and 60),
    address text not null check (char_length(address) between 1 and 300),
    token_sealed text not null,
    active boolean not null,
    mapping int not null check (mapping > 0),
    rest_until timestamptz not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (county, id),
    unique (county, name)
);

-- What our codes are called there; a version is never changed.
create table exchange.mapping (
    county int not null,
    partner_id uuid not null,
    version int not null,
    entries text not null check (char_length(entries) <= 20000),
    made_at timestamptz not null,
    made_by text not null,
    primary key (county, partner_id, version),
    foreign key (county, partner_id) references exchange.partner (county, id)
);

-- A matter that a person handed over, and how it goes there.
create table exchange.handover (
    county int not null,
    id uuid not null,
    partner_id uuid not null,
    matter_id uuid not null,
    number text not null,
    unit_id uuid not null,
    by_name text not null,
    reason text not null check (char_length(reason) between 2 and 500),
    state text not null
        check (state in ('WAITING', 'UNMAPPED', 'REFUSED', 'SENT', 'ANSWERED', 'RETURNED', 'ENDED')),
    mapping int,
    missing text not null default '',
    attempts int not null default 0,
    next_at timestamptz,
    status int not null default 0,
    fault text not null default '' check (char_length(fault) <= 300),
    their_number text not null default '' check (char_length(their_number) <= 100),
    their_state text not null default '' check (char_length(their_state) <= 60),
    answer text not null default '' check (char_length(answer) <= 5000),
    made_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, partner_id) references exchange.partner (county, id),
    constraint handover_due check ((next_at is not null) = (state in ('WAITING', 'SENT')))
);
create unique index handover_open on exchange.handover (county, matter_id)
    where state in ('WAITING', 'UNMAPPED', 'REFUSED', 'SENT');
create index handover_of_matter on exchange.handover (county, matter_id, made_at desc);
create index handover_of_unit on exchange.handover (county, unit_id, changed_at desc, id);
create index handover_of_partner on exchange.handover (county, partner_id, state);
create index handover_next on exchange.handover (next_at) where next_at is not null;

-- A matter that came from another system, under the number that it has there.
create table exchange.origin (
    county int not null,
    token_id uuid not null,
    origin text not null check (char_length(origin) between 1 and 60),
    matter_id uuid not null,
    number text not null,
    requester_id uuid not null,
    at timestamptz not null,
    primary key (county, token_id, origin)
);
create index origin_of_matter on exchange.origin (county, matter_id);
