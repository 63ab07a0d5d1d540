create schema if not exists matter;

-- One row is where a matter stands; how it came there is matter.step.
create table matter.matter (
    county int not null,
    id uuid not null,
    number text not null,
    version int not null,

    -- what it is about
    kind text not null check (kind in ('INQUIRY', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION')),
    category text not null,
    channel text not null check (channel in ('WEB', 'PHONE', 'COUNTER', 'VISIT', 'MEETING', 'IMPORT', 'API')),
    danger boolean not null,
    title text not null check (char_length(title) between 1 and 100),
    body text not null check (char_length(body) <= 10000),
    terms text[] not null,
    place_id uuid not null,
    place_path text collate "C" not null check (place_path like '%.'),
    place_note text not null,
    anonymous boolean not null,
    secret boolean not null,
    publishable boolean not null,

    -- where it stands
    stage text not null check (stage in (
        'REGISTERED', 'SUPPLEMENT', 'ADMITTED', 'DISPATCHED', 'RETURN_ASKED', 'IN_PROGRESS', 'CONSULTING', 'PLANNED',
        'PARKED', 'ESCALATED', 'REVIEW', 'FOLLOW_UP', 'CLOSED', 'ARCHIVED', 'DECLINED', 'REFERRED', 'MERGED', 'WITHDRAWN')),
    open boolean not null,
    unsolved boolean not null,
    holder_id uuid not null,
    holder_path text collate "C" not null check (holder_path like '%.'),
    holder_level text not null,
    handler_id uuid,
    handler_path text collate "C",
    handler_level text,
    dispatcher_id uuid,
    dispatcher_path text collate "C",
    dispatcher_level text,
    author uuid,

    -- counts and flags on which limits are set
    returns smallint not null default 0,
    redos smallint not null default 0,
    passes smallint not null default 0,
    attempts smallint not null default 0,
    last_attempt date,
    extended boolean not null default false,
    extension text,
    urgent boolean not null default false,
    unhappy boolean not null default false,
    designated boolean not null default false,
    contacted boolean not null default false,
    supporters int not null default 1,

    -- how it ended, and what the public may read: a text of its own that a person approved
    result text check (result in ('SOLVED', 'PARTLY', 'UNSOLVED', 'NOT_FOUND')),
    answer text not null default '',
    public_title text not null default '',
    public_text text not null default '',
    public_answer text not null default '',
    published boolean not null default false,
    merged_into uuid,

    -- when
    reported_at timestamptz not null,
    solved_at timestamptz,
    closed_at timestamptz,
    changed_at timestamptz not null,
    due_at timestamptz,
    warn_at timestamptz,
    due_clock text,

    -- The ancestors of holder and place on each level: a range on a path with "order by due_at" makes the planner walk
    -- the due index (234 ms for a village with a million open rows); an equality on these does not (0.15-0.6 ms).
    holder_county text collate "C" generated always as (left(holder_path, 9)) stored,
    holder_middle text collate "C" generated always as (case when length(holder_path) >= 14 then left(holder_path, 14) end) stored,
    holder_low text collate "C" generated always as (case when length(holder_path) >= 19 then left(holder_path, 19) end) stored,
    place_middle text collate "C" generated always as (case when length(place_path) >= 14 then left(place_path, 14) end) stored,
    place_low text collate "C" generated always as (case when length(place_path) >= 19 then left(place_path, 19) end) stored,

    primary key (county, id),
    unique (county, number),
    check (open = (stage not in ('CLOSED', 'ARCHIVED', 'DECLINED', 'REFERRED', 'MERGED', 'WITHDRAWN'))),
    check (not unsolved or open),
    check (merged_into is null = (stage <> 'MERGED')),
    check (not published or (publishable and not secret and public_title <> ''))
);

create index matter_held_county on matter.matter (county, holder_county, due_at, id) where open;
create index matter_held_middle on matter.matter (county, holder_middle, due_at, id) where open;
create index matter_held_low on matter.matter (county, holder_low, due_at, id) where open;
create index matter_held_unit on matter.matter (county, holder_id, due_at, id) where open;
create index matter_dispatched on matter.matter (county, dispatcher_id, due_at, id) where open;
create index matter_answered on matter.matter (county, holder_county, due_at, id) where open and not unsolved;
create index matter_unhappy on matter.matter (county, reported_at desc, id desc) where unhappy;
create index matter_open_by_time on matter.matter (county, reported_at desc, id desc) where open;
create index matter_handled on matter.matter (county, handler_id, reported_at desc, id desc);
create index matter_by_time on matter.matter (county, reported_at desc, id desc);
create index matter_place_middle on matter.matter (county, place_middle, reported_at desc, id desc);
create index matter_place_low on matter.matter (county, place_low, reported_at desc, id desc);
create index matter_published on matter.matter (county, closed_at desc, id desc) where published;
-- Open, solved and stage depend on each other; without this the planner multiplies their shares.
create statistics matter.matter_stages (mcv) on open, unsolved, stage from matter.matter;
create index matter_terms on matter.matter using gin (terms);

-- The timeline: append-only, and the truth; everything else can be rebuilt from it.
create table matter.step (
    county int not null,
    matter_id uuid not null,
    seq int not null,
    id uuid not null,
    step text not null,
    stage_from text not null,
    stage_to text not null,
    holder_from uuid not null,
    holder_to uuid not null,
    by_kind text not null check (by_kind in ('STAFF', 'ON_BEHALF', 'REQUESTER', 'RULE')),
    by_person uuid,
    by_post uuid,
    by_unit uuid,
    by_path text collate "C",
    by_name text not null,
    for_requester uuid,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    told text not null,
    note text not null,
    detail jsonb not null default '{}',
    round_id uuid,
    primary key (county, matter_id, seq),
    foreign key (county, matter_id) references matter.matter (county, id),
    check (happened_at <= recorded_at)
);
create index step_by_round on matter.step (county, round_id) where round_id is not null;
create index step_by_time on matter.step (county, recorded_at);

-- A co-handler's part, with a deadline of its own.
create table matter.part (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    term text not null,
    given_at timestamptz not null,
    due_at timestamptz not null,
    warn_at timestamptz not null,
    reported_at timestamptz,
    report text not null default '',
    primary key (county, id),
    foreign key (county, matter_id) references matter.matter (county, id)
);
create unique index part_open on matter.part (county, matter_id, unit_id) where reported_at is null;
create index part_of_unit on matter.part (county, unit_id, due_at) where reported_at is null;
create index part_ever on matter.part (county, unit_id, matter_id);
create index part_in_subtree on matter.part (county, unit_path) where reported_at is null;

-- Who asks: each keeps answer and rating, also when matters are merged. Contacts are sealed.
create table matter.requester (
    county int not null,
    id uuid not null,
    command_id uuid not null,
    matter_id uuid not null,
    first_matter_id uuid not null,
    code_index text not null,
    name_sealed text,
    phone_sealed text,
    phone_index text,
    wants_news boolean not null,
    joined_at timestamptz not null,
    grade text check (grade in ('VERY_SATISFIED', 'SATISFIED', 'FAIRLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED')),
    grade_note text not null default '',
    solved boolean,
    rated_at timestamptz,
    primary key (county, id),
    foreign key (county, matter_id) references matter.matter (county, id),
    check (grade is null = (rated_at is null))
);
-- A code says nothing of its county, so it is looked up without one.
create unique index requester_code on matter.requester (code_index, county);
create unique index requester_command on matter.requester (county, command_id);
create index requester_of_matter on matter.requester (county, matter_id);
create index requester_phone on matter.requester (county, phone_index) where phone_index is not null;

-- The same command twice gives the same answer once.
create table matter.command (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    at timestamptz not null,
    primary key (county, id)
);

-- Numbers for people, by county and day.
create table matter.counter (
    county int not null,
    day date not null,
    last int not null,
    primary key (county, day)
);
