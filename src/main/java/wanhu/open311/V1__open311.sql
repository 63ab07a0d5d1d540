-- Open311: who may send, and what became of what was sent. Class of all tables: COUNTY. No text of a resident stands
-- here: what she said is in her matter.
create schema if not exists open311;

-- Keys of other systems. Only a keyed digest is kept of a key; the unit's place is looked up in the tree of today.
create table open311.key (
    county int not null,
    id uuid not null,
    digest text not null,
    name text not null check (char_length(name) between 1 and 60),
    unit_id uuid not null,
    made_at timestamptz not null,
    made_by uuid not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (county, id)
);
create unique index key_digest on open311.key (county, digest);

-- What was sent with a key, one row a matter, as the sender may follow it.
create table open311.request (
    county int not null,
    matter_id uuid not null,
    key_id uuid not null,
    requester_id uuid not null,
    number text not null,
    token text,
    content text not null,
    category text not null,
    open boolean not null,
    told_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (county, matter_id),
    foreign key (county, key_id) references open311.key (county, id)
);
create unique index request_token on open311.request (county, token) where token is not null;
create index request_number on open311.request (county, number);
create index request_of_key on open311.request (county, key_id, told_at desc, matter_id desc);
create index request_content on open311.request (county, key_id, content, told_at desc);

-- Where such a matter stood when: what a sender reads as updates.
create table open311.change (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    key_id uuid not null,
    stage text not null,
    open boolean not null,
    at timestamptz not null,
    primary key (county, id),
    foreign key (county, matter_id) references open311.request (county, matter_id)
);
create index change_of_key on open311.change (county, key_id, at desc, id desc);
