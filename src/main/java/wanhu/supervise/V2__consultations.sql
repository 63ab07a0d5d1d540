-- 会商 called from above: who is invited, what each unit says, and the written outcome.
create table supervise.consultation (
    county int not null,
    id uuid not null,
    number text not null,
    matter_id uuid not null,
    matter_number text not null,
    convener_unit uuid not null,
    convener_name text not null,
    called_at timestamptz not null,
    meets_at timestamptz not null,
    place text not null check (char_length(place) between 1 and 100),
    question text not null check (char_length(question) between 1 and 1000),
    state text not null check (state in ('CALLED', 'HELD', 'CANCELLED')),
    outcome text not null default '' check (char_length(outcome) <= 2000),
    lead_unit uuid,
    done_by date,
    ended_at timestamptz,
    ended_by text not null default '',
    primary key (county, id),
    unique (county, number),
    check ((state = 'CALLED') = (ended_at is null)),
    check (state = 'CALLED' or outcome <> '')
);
create index consultation_by_day on supervise.consultation (county, meets_at desc, id);
create index consultation_of_matter on supervise.consultation (county, matter_id);

create table supervise.invited (
    county int not null,
    consultation_id uuid not null,
    unit_id uuid not null,
    primary key (county, consultation_id, unit_id),
    foreign key (county, consultation_id) references supervise.consultation (county, id)
);
create index invited_unit on supervise.invited (county, unit_id);

-- What an invited unit says; once, and it stays.
create table supervise.opinion (
    county int not null,
    consultation_id uuid not null,
    unit_id uuid not null,
    text text not null check (char_length(text) between 1 and 1000),
    by_name text not null,
    by_person uuid not null,
    at timestamptz not null,
    primary key (county, consultation_id, unit_id),
    foreign key (county, consultation_id, unit_id) references supervise.invited (county, consultation_id, unit_id)
);

-- 阶段报告: the lead, or the first recipient while there is none, tells why it is late and what comes next.
create table supervise.report (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    matter_number text not null,
    turn int not null check (turn >= 1),
    unit_id uuid not null,
    first_unit uuid not null,
    owed_at timestamptz not null,
    due_at timestamptz not null,
    given_at timestamptz,
    given_by text not null default '',
    text text not null default '' check (char_length(text) <= 1000),
    next_step text not null default '' check (char_length(next_step) <= 500),
    expected_on date,
    lapsed_at timestamptz,
    primary key (county, id),
    unique (county, matter_id, turn),
    check (given_at is null or lapsed_at is null),
    check ((given_at is null) = (text = ''))
);
create index report_owed on supervise.report (county, unit_id, due_at) where given_at is null and lapsed_at is null;
create index report_given on supervise.report (county, given_at desc, id) where given_at is not null;

-- 退单审定台、延期审批台: what units ask for, beside how often they may.
create table supervise.request (
    county int not null,
    id uuid not null,
    matter_id uuid not null,
    matter_number text not null,
    kind text not null check (kind in ('RETURN', 'EXTENSION')),
    asked_unit uuid not null,
    to_unit uuid not null,
    asked_by text not null,
    reason text not null,
    term text not null,
    times int not null,
    times_max int not null,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    decision text check (decision in ('GRANTED', 'REFUSED', 'ENDED')),
    decided_at timestamptz,
    decided_by text not null default '',
    primary key (county, id),
    check ((decision is null) = (decided_at is null))
);
create index request_waiting on supervise.request (county, due_at, id) where decision is null;
create unique index request_of_matter on supervise.request (county, matter_id, kind) where decision is null;

create trigger opinion_append_only
    before update or delete or truncate on supervise.opinion
    for each statement execute function supervise.refuse_change();
