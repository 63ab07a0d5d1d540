-- The three rates (响应率, 解决率, 满意率) of organisations. Class of all tables: COUNTY.
create schema if not exists rate;

-- What was found of one matter; folded from timelines and promises, and made again at any time.
create table rate.item (
    county int not null,
    matter_id uuid not null,
    no smallint not null,
    unit_id uuid not null,
    category text not null,
    month date not null check (extract(day from month) = 1),
    finding text not null,
    excluded boolean not null,
    primary key (county, matter_id, no)
);
create index item_behind on rate.item (county, unit_id, month, finding);

-- Sums of the items: of one category or of all (''), of one unit or of the whole county (zero id).
create table rate.cell (
    county int not null,
    category text not null,
    month date not null check (extract(day from month) = 1),
    unit_id uuid not null,
    finding text not null,
    excluded boolean not null,
    n int not null check (n >= 0),
    primary key (county, category, month, unit_id, finding, excluded)
);

create index cell_of_unit on rate.cell (county, unit_id, month);

-- A promise that runs: when its end has passed the matter is looked at again.
create table rate.pending (
    county int not null,
    matter_id uuid not null,
    next_at timestamptz not null,
    primary key (county, matter_id)
);
create index pending_next on rate.pending (county, next_at);

-- Matters whose items changed without a step: an exclusion was decided.
create table rate.stale (
    county int not null,
    matter_id uuid not null,
    primary key (county, matter_id)
);

-- What was written by transactions before "seen" is in; null to make all anew.
create table rate.fold (
    county int not null primary key,
    seen bigint,
    folded_at timestamptz not null
);

-- Which preset a county uses from which month on; never for a month that has begun.
create table rate.choice (
    county int not null,
    seq int not null,
    preset text not null,
    edition int not null,
    from_month date not null check (extract(day from from_month) = 1),
    published boolean not null,
    reason text not null check (char_length(reason) between 1 and 500),
    by_person uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (county, seq)
);

-- 剔除: asked by the unit, decided by somebody above it.
create table rate.exclusion (
    county int not null,
    id uuid not null,
    version int not null check (version >= 1),
    matter_id uuid not null,
    matter_number text not null,
    unit_id uuid not null,
    ground text not null check (ground in ('OUTSIDE_DUTIES', 'NOT_FOUND', 'LEGAL_ROUTE', 'NOT_IN_POWER', 'WRONG_RECORD')),
    reason text not null check (char_length(reason) between 1 and 500),
    asked_person uuid not null,
    asked_name text not null,
    asked_at timestamptz not null,
    state text not null check (state in ('ASKED', 'GRANTED', 'REFUSED', 'REVOKED')),
    decided_at timestamptz,
    primary key (county, id),
    check ((state = 'ASKED') = (decided_at is null))
);
create unique index exclusion_live on rate.exclusion (county, matter_id, unit_id) where state in ('ASKED', 'GRANTED');
create index exclusion_by_state on rate.exclusion (county, state, asked_at desc, id desc);

create table rate.exclusion_event (
    county int not null,
    exclusion_id uuid not null,
    seq int not null,
    state text not null,
    text text not null check (char_length(text) <= 500),
    by_person uuid not null,
    by_unit uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (county, exclusion_id, seq),
    foreign key (county, exclusion_id) references rate.exclusion (county, id)
);

create function rate.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end
$$;

create trigger choice_append_only
    before update or delete or truncate on rate.choice
    for each statement execute function rate.refuse_change();

create trigger exclusion_event_append_only
    before update or delete or truncate on rate.exclusion_event
    for each statement execute function rate.refuse_change();
