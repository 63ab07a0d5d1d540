-- Messages: what units read in the product, what goes out, through which channels, to whom. Class of all tables: COUNTY.
create schema if not exists message;

-- 站内消息: for all posts of a unit. It holds numbers and no words of a matter.
create table message.notice (
    county int not null,
    id uuid not null,
    unit_id uuid not null,
    event text not null,
    once text not null,
    number text not null,
    matter_number text not null,
    href text not null check (href like '/%'),
    urgent boolean not null,
    at timestamptz not null,
    primary key (county, id),
    unique (county, unit_id, once)
);
create index notice_of_unit on message.notice (county, unit_id, at desc, id desc);

-- Until when somebody has read the messages of a unit.
create table message.seen (
    county int not null,
    person_id uuid not null,
    unit_id uuid not null,
    at timestamptz not null,
    primary key (county, person_id, unit_id)
);

-- Where somebody who works here wants e-mail; given by herself.
create table message.address (
    county int not null,
    person_id uuid not null,
    email_sealed text not null,
    language text not null check (language in ('zh', 'en')),
    digest boolean not null,
    changed_at timestamptz not null,
    primary key (county, person_id)
);

-- The channels that a county has set up.
create table message.channel (
    county int not null,
    channel text not null check (channel in ('EMAIL', 'SMS', 'WECOM', 'DINGTALK')),
    id uuid not null,
    active boolean not null,
    endpoint text not null check (char_length(endpoint) between 1 and 300),
    sender text not null check (char_length(sender) <= 100),
    account text not null check (char_length(account) <= 100),
    secret_sealed text,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (county, channel)
);

-- The outbox: written with the fact, sent afterwards.
create table message.outbox (
    county int not null,
    id uuid not null,
    channel text not null check (channel in ('EMAIL', 'SMS', 'WECOM', 'DINGTALK')),
    audience text not null check (audience in ('STAFF', 'RESIDENT')),
    event text not null,
    language text not null check (language in ('zh', 'en')),
    number text not null,
    matter_number text not null,
    href text not null,
    unit_id uuid,
    person_id uuid,
    requester_id uuid,
    urgent boolean not null,
    digest boolean not null,
    state text not null check (state in ('WAITING', 'SENT', 'DELIVERED', 'FAILED', 'HANDED_ON')),
    attempts int not null default 0,
    next_at timestamptz,
    made_at timestamptz not null,
    sent_at timestamptz,
    settled_at timestamptz,
    reference text not null default '' check (char_length(reference) <= 200),
    fault text not null default '' check (char_length(fault) <= 200),
    primary key (county, id),
    check ((audience = 'RESIDENT') = (requester_id is not null)),
    check (state <> 'WAITING' or next_at is not null)
);
create index outbox_due on message.outbox (next_at, id) where next_at is not null;
create index outbox_by_time on message.outbox (county, made_at desc, id desc);
