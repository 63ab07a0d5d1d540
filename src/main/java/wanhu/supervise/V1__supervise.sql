-- Orders of supervision, their history, prompts and reminders. Class of all tables: COUNTY.
create schema if not exists supervise;

-- 督办单: the row says where it stands; what happened to it says the history below, which only grows.
create table supervise.supervision (
    county int not null,
    id uuid not null,
    number text not null,
    version int not null check (version >= 1),
    matter_id uuid not null,
    matter_number text not null,
    rank text not null check (rank in ('TOWNSHIP', 'OFFICE', 'COUNTY')),
    listed boolean not null,
    ground text not null check (ground in ('REFUSES', 'OVERDUE', 'UNSOLVED', 'EFFECT', 'PROBLEM', 'INSTRUCTED')),
    demand text not null check (char_length(demand) between 1 and 1000),
    issuer_unit uuid not null,
    issuer_name text not null,
    to_unit uuid not null,
    issued_at timestamptz not null,
    due_on date not null,
    state text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    ended_at timestamptz,
    primary key (county, id),
    unique (county, number),
    check (issuer_unit <> to_unit),
    check ((state = 'CLOSED') = (ended_at is not null))
);
create index supervision_running on supervise.supervision (county, due_on, id) where ended_at is null;
create index supervision_ended on supervise.supervision (county, ended_at desc, id) where ended_at is not null;
create index supervision_of_matter on supervise.supervision (county, matter_id);

create table supervise.event (
    county int not null,
    supervision_id uuid not null,
    seq int not null,
    act text not null,
    rank text not null,
    due_on date not null,
    text text not null check (char_length(text) <= 1000),
    by_person uuid,
    by_post uuid,
    by_unit uuid,
    by_name text not null,
    at timestamptz not null,
    primary key (county, supervision_id, seq),
    foreign key (county, supervision_id) references supervise.supervision (county, id)
);

-- 督办建议: a rule has found what somebody above should look at. Once for each matter, rule and turn.
create table supervise.prompt (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    matter_number text not null,
    rule text not null check (rule in ('OVERDUE', 'UNSIGNED', 'REDONE', 'PASSED', 'UNANSWERED', 'REPORT_LATE')),
    turn text not null check (turn <> ''),
    figure int not null,
    threshold int not null,
    rank text not null check (rank in ('TOWNSHIP', 'OFFICE', 'COUNTY')),
    to_unit uuid not null,
    against_unit uuid not null,
    supervision_id uuid,
    made_at timestamptz not null,
    outcome text check (outcome in ('ORDERED', 'DISMISSED', 'LAPSED')),
    decided_at timestamptz,
    decided_by text not null default '',
    reason text not null default '' check (char_length(reason) <= 500),
    primary key (county, id),
    unique (county, matter_id, rule, turn),
    check ((outcome is null) = (decided_at is null)),
    check (outcome is distinct from 'DISMISSED' or reason <> '')
);
create index prompt_open on supervise.prompt (county, to_unit, made_at, id) where outcome is null;
create index prompt_of_matter on supervise.prompt (county, matter_id) where outcome is null;

-- 催办: a person above reminds the unit that has the matter; a unit does so once a day.
create table supervise.reminder (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    to_unit uuid not null,
    by_person uuid not null,
    by_unit uuid not null,
    by_name text not null,
    on_day date not null,
    at timestamptz not null,
    text text not null check (char_length(text) between 1 and 500),
    primary key (county, id),
    unique (county, matter_id, by_unit, on_day)
);

-- Numbers for people, by county and year.
create table supervise.counter (
    county int not null,
    year smallint not null,
    last int not null,
    primary key (county, year)
);

-- The same command twice gives the same answer once.
create table supervise.command (
    county int not null,
    id uuid not null,
    subject_id uuid not null,
    at timestamptz not null,
    primary key (county, id)
);

create function supervise.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;

create trigger event_append_only
    before update or delete or truncate on supervise.event
    for each statement execute function supervise.refuse_change();

create trigger reminder_append_only
    before update or delete or truncate on supervise.reminder
    for each statement execute function supervise.refuse_change();
