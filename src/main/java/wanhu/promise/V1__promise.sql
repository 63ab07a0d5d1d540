create schema if not exists promise;

-- A promise: a budget of time, what stopped it, and the instants that follow from them.
create table promise.clock (
    county int not null,
    id uuid not null,
    subject_id uuid not null,
    kind text not null,
    started_at timestamptz not null,
    term text,
    last_day date,
    calendar text not null,
    due_at timestamptz not null,
    warn_at timestamptz not null,
    next_check timestamptz,
    paused_at timestamptz,
    stopped_at timestamptz,
    in_time boolean,
    primary key (county, id),
    check ((term is null) <> (last_day is null)),
    check (stopped_at is null = (in_time is null))
);
create unique index clock_running on promise.clock (county, subject_id, kind) where stopped_at is null;
create index clock_of_subject on promise.clock (county, subject_id);
create index clock_next_check on promise.clock (next_check, id) where stopped_at is null and next_check is not null;

-- What changed a clock's budget: the ledger from which the instants are derived.
create table promise.entry (
    county int not null,
    id uuid not null,
    clock_id uuid not null,
    kind text not null check (kind in ('PAUSE', 'EXTEND')),
    from_at timestamptz,
    until_at timestamptz,
    term text,
    cause text not null,
    primary key (county, id),
    foreign key (county, clock_id) references promise.clock (county, id)
);
create index entry_of_clock on promise.entry (county, clock_id);

-- A reminder is claimed by a unique row in the transaction of its effect: never twice, on whichever node.
create table promise.rung (
    county int not null,
    clock_id uuid not null,
    percent smallint not null,
    claimed_at timestamptz not null,
    primary key (county, clock_id, percent)
);
