-- The floor: the least that keeps the same life. One row where it stands, one a step, one for who asks; deadlines are a
-- column; no state stands in the condition of an index, so that half of the updates touch none. A change here moves the
-- bar: decisions/0021 says why, and docs/performance.md what it costs.
create table matter (
    id uuid primary key,
    number text not null,
    state smallint not null,
    open boolean not null,
    version smallint not null,
    title text not null,
    body text not null,
    place text not null,
    unit int not null,
    township int not null,
    reported_at timestamptz not null,
    due_at timestamptz,
    grade smallint
);
create index matter_unit on matter (unit, due_at) where open;
create index matter_township on matter (township, due_at) where open;

create table event (
    matter_id uuid not null,
    seq smallint not null,
    at timestamptz not null,
    by_unit int not null,
    state smallint not null,
    words text not null,
    primary key (matter_id, seq)
);

create table requester (
    matter_id uuid primary key,
    name bytea not null,
    phone bytea not null
);
