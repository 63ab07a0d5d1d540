-- 民生实事台账: livelihood projects, their milestones and history. Class of all tables: COUNTY.
create schema if not exists ledger;

create table ledger.project (
    county int not null,
    id uuid not null,
    number text not null,
    version int not null check (version >= 1),
    title text not null check (char_length(title) between 1 and 100),
    summary text not null check (char_length(summary) between 1 and 2000),
    source text not null check (source in ('MATTER', 'PLANNED')),
    year smallint not null check (year between 2000 and 2100),
    place_id uuid not null,
    place_path text collate "C" not null check (place_path like '%.'),
    proposer_id uuid not null,
    proposer_path text collate "C" not null check (proposer_path like '%.'),
    responsible_id uuid not null,
    responsible_path text collate "C" not null check (responsible_path like '%.'),
    co_units uuid[] not null check (cardinality(co_units) <= 10),
    leader_post uuid,
    leader_unit uuid,
    leader_name text not null default '',
    leader_title text not null default '',
    budget_fen bigint not null check (budget_fen between 0 and 1000000000000),
    spent_fen bigint not null default 0,
    funding text not null check (char_length(funding) between 1 and 100),
    promise text not null check (char_length(promise) between 1 and 2000),
    deadline date not null,
    households int not null check (households >= 0),
    people int not null check (people >= 0),
    mu int not null check (mu >= 0),
    phase text not null check (phase in ('PROPOSED', 'CHOSEN', 'STARTED', 'DONE', 'RATED', 'STRUCK_OFF', 'DROPPED')),
    percent smallint not null default 0 check (percent between 0 and 100),
    -- The day that comes next, of a milestone or of all; far away when nothing lies ahead: late ones stand first.
    next_due date not null,
    proposed_at timestamptz not null,
    chosen_at timestamptz,
    started_at timestamptz,
    done_at timestamptz,
    ended_at timestamptz,
    primary key (county, id),
    unique (county, number),
    check (spent_fen between 0 and budget_fen),
    check (phase <> 'PROPOSED' or chosen_at is null),
    check (phase in ('PROPOSED', 'DROPPED') or (chosen_at is not null and leader_name <> '')),
    check ((leader_name = '') = (leader_title = '')),
    check (phase not in ('DONE', 'RATED', 'STRUCK_OFF') or (percent = 100 and done_at is not null)),
    check ((phase in ('STRUCK_OFF', 'DROPPED')) = (ended_at is not null))
);
create index project_by_due on ledger.project (county, next_due, id);
create index project_of_year on ledger.project (county, year, number);
create index project_in_place on ledger.project (county, place_path);
create index project_of_unit on ledger.project (county, responsible_path);

-- Which matters led to it; several can lead to one.
create table ledger.project_matter (
    county int not null,
    project_id uuid not null,
    matter_id uuid not null,
    linked_at timestamptz not null,
    primary key (county, project_id, matter_id),
    foreign key (county, project_id) references ledger.project (county, id)
);
create index project_matter_of_matter on ledger.project_matter (county, matter_id);

create table ledger.milestone (
    county int not null,
    project_id uuid not null,
    position smallint not null check (position between 1 and 12),
    name text not null check (char_length(name) between 1 and 60),
    weight smallint not null check (weight between 1 and 100),
    due date not null,
    reached date,
    primary key (county, project_id, position),
    foreign key (county, project_id) references ledger.project (county, id)
);
create index milestone_ahead on ledger.milestone (county, due) where reached is null;

-- The history with the entries of progress and the checks of satisfaction: append-only.
create table ledger.event (
    county int not null,
    project_id uuid not null,
    seq int not null,
    id uuid not null,
    act text not null,
    phase_from text not null,
    phase_to text not null,
    by_person uuid,
    by_post uuid,
    by_unit uuid,
    by_name text not null,
    recorded_at timestamptz not null,
    happened_on date not null,
    text text not null check (char_length(text) <= 2000),
    publicly boolean not null,
    spent_fen bigint not null default 0 check (spent_fen >= 0),
    percent smallint not null,
    asked int not null default 0 check (asked >= 0),
    satisfied int not null default 0 check (satisfied between 0 and asked),
    primary key (county, project_id, seq),
    foreign key (county, project_id) references ledger.project (county, id)
);

create function ledger.event_refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'ledger.event is append-only';
end
$$;

create trigger event_append_only
    before update or delete or truncate on ledger.event
    for each statement execute function ledger.event_refuse_change();

-- The same command twice gives the same answer once.
create table ledger.command (
    county int not null,
    id uuid not null,
    project_id uuid not null,
    at timestamptz not null,
    primary key (county, id)
);

-- Numbers for people, by county and year.
create table ledger.counter (
    county int not null,
    year smallint not null,
    last int not null,
    primary key (county, year)
);
