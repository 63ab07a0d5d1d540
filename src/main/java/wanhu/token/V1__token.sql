-- Tokens: with what programs act as a post. Class of all tables: COUNTY.
create schema if not exists token;

-- One token of one holder of one post. Of the secret only a keyed digest is kept. It works from its release by the
-- security administrator until it is ended, runs out, or its holder holds the post no longer.
create table token.token (
    county int not null,
    id uuid not null,
    digest text not null,
    name text not null check (char_length(name) between 1 and 60),
    post_id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    holder_name text not null,
    reach text not null check (char_length(reach) between 1 and 400),
    made_at timestamptz not null,
    until_at timestamptz not null check (until_at > made_at),
    released_at timestamptz,
    released_by uuid,
    ended_at timestamptz,
    ended_by uuid,
    used_on date,
    primary key (county, id)
);
create unique index token_digest on token.token (county, digest);
create index token_by_time on token.token (county, made_at desc, id desc);
create index token_of_person on token.token (county, person_id, made_at desc);

-- What was sent with which key of idempotency. It holds digests, a command and numbers; no word of anybody.
create table token.once (
    county int not null,
    token_id uuid not null,
    key_digest text not null,
    content_digest text not null,
    command uuid not null,
    answer text not null default '' check (char_length(answer) <= 2000),
    at timestamptz not null,
    primary key (county, token_id, key_digest),
    foreign key (county, token_id) references token.token (county, id)
);
create index once_by_time on token.once (at);
