-- Meetings, their lists, decisions and minutes. Class of all tables: COUNTY.
create schema if not exists round;

-- Kinds of meetings that a county has defined, by dated versions; the shipped ones are version 0.
create table round.kind (
    county int not null,
    id uuid not null,
    code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    version int not null check (version >= 1),
    level text not null check (level in ('VILLAGE', 'TOWNSHIP', 'COUNTY')),
    cadence text not null check (cadence in ('WEEKLY', 'DAY_OF_MONTH', 'NONE')),
    cutoff text,
    decide text,
    quorum smallint not null check (quorum between 0 and 100),
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    source_zh text not null check (source_zh <> ''),
    source_en text not null check (source_en <> ''),
    valid_from date not null,
    active boolean not null,
    made_at timestamptz not null,
    made_by uuid not null,
    made_as text not null,
    primary key (county, id),
    unique (county, code, version),
    check ((cadence = 'DAY_OF_MONTH') = (cutoff is not null))
);

create table round.round (
    county int not null,
    id uuid not null,
    kind text not null,
    kind_version int not null,
    name_zh text not null,
    name_en text not null,
    level text not null check (level in ('VILLAGE', 'TOWNSHIP', 'COUNTY')),
    cadence text not null check (cadence in ('WEEKLY', 'DAY_OF_MONTH', 'NONE')),
    quorum smallint not null,
    body uuid not null,
    path text collate "C" not null check (path like '%.'),
    period text not null,
    ordinal smallint not null check (ordinal >= 1),
    from_at timestamptz not null,
    until_at timestamptz not null,
    freezes_at timestamptz,
    due_at timestamptz,
    prompted boolean not null default false,
    state text not null check (state in ('OPEN', 'FROZEN', 'HELD', 'CLOSED', 'MISSED', 'EMPTY')),
    frozen_at timestamptz,
    met_at timestamptz,
    place text not null default '' check (char_length(place) <= 100),
    host text not null default '' check (char_length(host) <= 100),
    recorder text not null default '' check (char_length(recorder) <= 100),
    minutes text not null default '' check (char_length(minutes) <= 30000),
    approved_at timestamptz,
    approved_by text not null default '',
    primary key (county, id),
    unique (county, kind, body, period, ordinal),
    check (from_at < until_at),
    check ((state in ('FROZEN', 'HELD', 'CLOSED')) = (frozen_at is not null)),
    check ((state in ('HELD', 'CLOSED')) = (met_at is not null)),
    check ((state = 'CLOSED') = (approved_at is not null))
);
create index round_to_freeze on round.round (freezes_at, id) where state = 'OPEN' and freezes_at is not null;
create index round_to_prompt on round.round (due_at, id) where not prompted and due_at is not null;
create index round_of_body on round.round (county, body, from_at desc, id desc);
create index round_below on round.round (county, path, from_at desc, id desc);
create index round_last_period on round.round (county, kind, period desc);

-- One line of a frozen list, with the one decision on it.
create table round.item (
    county int not null,
    round_id uuid not null,
    matter_id uuid not null,
    position int not null check (position >= 1),
    body uuid not null,
    number text not null,
    title text not null,
    place_id uuid not null,
    place_path text collate "C" not null,
    urgent boolean not null,
    came_at timestamptz not null,
    carried boolean not null,
    outcome text check (outcome in (
        'TAKEN_ON', 'PLANNED', 'RAISED', 'RAISED_URGENTLY', 'DISPATCHED', 'HANDED_BACK', 'CARRIED', 'LEFT')),
    note text not null default '',
    until_day date,
    to_unit uuid,
    money bigint not null default 0 check (money >= 0),
    people text not null default '',
    decided_at timestamptz,
    decided_by text not null default '',
    primary key (county, round_id, matter_id),
    unique (county, round_id, position),
    foreign key (county, round_id) references round.round (county, id),
    check ((outcome is null) = (decided_at is null)),
    check (outcome is distinct from 'CARRIED' or note <> '')
);
-- A matter waits for a decision on one list of a body at a time.
create unique index item_pending on round.item (county, body, matter_id) where outcome is null;
create index item_of_matter on round.item (county, matter_id);
create index item_handed_back on round.item (county, to_unit, decided_at desc) where outcome = 'HANDED_BACK';

create table round.presence (
    county int not null,
    round_id uuid not null,
    position smallint not null,
    name text not null check (char_length(name) between 1 and 60),
    post text not null check (char_length(post) <= 80),
    primary key (county, round_id, position),
    foreign key (county, round_id) references round.round (county, id)
);

-- 周提示: a meeting that was not held in time, shown to the level above.
create table round.prompt (
    county int not null,
    id uuid not null,
    kind text not null,
    name_zh text not null,
    name_en text not null,
    body uuid not null,
    to_unit uuid not null,
    period text not null,
    round_id uuid not null,
    made_at timestamptz not null,
    answered_at timestamptz,
    answered_by text not null default '',
    answer text not null default '' check (char_length(answer) <= 500),
    primary key (county, id),
    unique (county, round_id),
    foreign key (county, round_id) references round.round (county, id),
    check ((answered_at is null) = (answer = ''))
);
create index prompt_to on round.prompt (county, to_unit, made_at desc) where answered_at is null;
